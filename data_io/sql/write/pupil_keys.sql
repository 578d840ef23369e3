INSERT INTO state.pupil_key (school_id, kind, said, klasse, skoleaar, pupil_id)
SELECT CAST(school_id AS UUID), kind, said, klasse, skoleaar, CAST(pupil_id AS UUID) FROM new_rows
ON CONFLICT (school_id, kind, said, klasse, skoleaar) DO UPDATE SET pupil_id = excluded.pupil_id
