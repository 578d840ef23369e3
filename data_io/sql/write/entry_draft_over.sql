-- Somebody else's value was seen, and one's own is to hold.
UPDATE state.entry_draft SET was = $was
WHERE person = $person AND CAST(klasse_id AS VARCHAR) = $klasse_id AND what = $what
  AND CAST(pupil_id AS VARCHAR) = $pupil_id AND cell = $cell
