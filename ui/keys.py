"""The names under which the choice stands in the address and in the session; one place for all of them."""

# In the address (and in the session under the same name).
SKOLEAAR = "skoleaar"
KLASSE = "klasse"
TEST = "proeve"
PUPIL = "elev"
SUBJECT = "fag"
IMPORT = "indlaesning"

# In the session alone.
PENDING = "pending_choice"
SAID = "said_on_next_screen"
UPLOADS = "uploads"
CORRECTIONS = "corrections"
GROUP = "fagligt_loeft"
