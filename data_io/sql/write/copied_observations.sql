-- What a slice showed, under a new import, without the cells that were typed; each keeps who first wrote it.
INSERT INTO facts.observation
    (import_id, slice_no, pupil_id, task_no, value, missing, sheet_row, sheet_column, copied_from)
SELECT CAST($import_id AS UUID), $slice_no, o.pupil_id, o.task_no, o.value, o.missing, o.sheet_row, o.sheet_column,
       coalesce(o.copied_from, o.import_id)
FROM facts.observation o
JOIN state.pupil p ON p.pupil_id = o.pupil_id
WHERE o.import_id = CAST($previous AS UUID) AND o.slice_no = $previous_no
  AND NOT EXISTS (
      SELECT 1 FROM facts.observation n
      WHERE n.import_id = CAST($import_id AS UUID) AND n.slice_no = $slice_no AND n.task_no = o.task_no
        AND n.pupil_id = coalesce(p.alias_of, p.pupil_id)
  )
