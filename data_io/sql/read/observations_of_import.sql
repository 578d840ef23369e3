-- All facts of one import, for comparing a corrected sheet with the one before.
SELECT slice_no, CAST(coalesce(p.alias_of, p.pupil_id) AS VARCHAR) AS pupil_id, task_no, value, missing
FROM facts.observation o JOIN state.pupil p USING (pupil_id)
WHERE o.import_id = $import_id
