-- Every seen answer in the tests of some classes.
WITH seen AS (
    SELECT s.test_id, i.import_id, i.slice_no
    FROM state.slice s
    JOIN state.active_slice a USING (slice_id)
    JOIN state.import_slice i ON i.import_id = a.import_id AND i.slice_id = s.slice_id
    WHERE s.test_id IS NOT NULL AND list_contains($klasse_ids, CAST(s.klasse_id AS VARCHAR))
)
SELECT CAST(coalesce(p.alias_of, p.pupil_id) AS VARCHAR) AS pupil_id, CAST(seen.test_id AS VARCHAR) AS test_id,
       o.task_no AS task, o.value AS points, o.missing, o.sheet_row AS "row", o.sheet_column AS "column"
FROM facts.observation o
JOIN seen USING (import_id, slice_no)
JOIN state.pupil p ON p.pupil_id = o.pupil_id
