SELECT CAST(pupil_id AS VARCHAR) AS pupil_id, cell, said, was, changed_at
FROM state.entry_draft
WHERE person = $person AND CAST(klasse_id AS VARCHAR) = $klasse_id AND what = $what
ORDER BY changed_at, cell
