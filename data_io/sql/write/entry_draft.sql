-- What a cell showed when it was first typed in stays; only what is typed changes.
INSERT INTO state.entry_draft (person, klasse_id, what, pupil_id, cell, said, was, changed_at)
SELECT person, CAST(klasse_id AS UUID), what, CAST(pupil_id AS UUID), cell, said, was, CAST(changed_at AS TIMESTAMP)
FROM new_rows
ON CONFLICT (person, klasse_id, what, pupil_id, cell) DO UPDATE
SET said = excluded.said, changed_at = excluded.changed_at
