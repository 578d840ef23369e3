-- What sheets have called the school's pupils; an alias stands for the pupil it belongs to.
SELECT k.kind, k.said, k.klasse, k.skoleaar, CAST(coalesce(p.alias_of, p.pupil_id) AS VARCHAR) AS pupil_id
FROM state.pupil_key k JOIN state.pupil p USING (pupil_id)
WHERE k.school_id = $school_id
