"""The names under which the choice stands in the address and in the session; one place for all of them."""

# In the address (and in the session under the same name).
SKOLEAAR = "skoleaar"
KLASSE = "klasse"
TEST = "proeve"
PUPIL = "elev"
SUBJECT = "fag"
IMPORT = "indlaesning"
TALK = "samtale"
ROUND = "runde"

# In the session alone.
PENDING = "pending_choice"
SAID = "said_on_next_screen"
UPLOADS = "uploads"
CORRECTIONS = "corrections"
GROUP = "fagligt_loeft"
NEW_YEAR = "nyt_skoleaar"
NEW_YEAR_WRONG = "nyt_skoleaar_fejl"
WHO = "who_am_i"
TALK_REFUSED = "talk_refused"
STAFF_REFUSED = "staff_refused"
CLOSED_REFUSED = "closed_refused"
