-- Every seen answer of some pupils, in all their classes; only pupils with a class in the scope.
-- A class's test of another day is a sitting of its own: its id has that day, "test@2026-03-20".
WITH mine AS (
    SELECT p.pupil_id, coalesce(p.alias_of, p.pupil_id) AS whom
    FROM state.pupil p
    WHERE list_contains($pupil_ids, CAST(coalesce(p.alias_of, p.pupil_id) AS VARCHAR))
),
allowed AS (
    SELECT DISTINCT mine.whom
    FROM mine JOIN state.enrolment e USING (pupil_id)
    WHERE list_contains($klasse_ids, CAST(e.klasse_id AS VARCHAR))
),
seen AS (
    SELECT s.klasse_id, i.import_id, i.slice_no, i.taken_on,
           concat_ws('@', CAST(s.test_id AS VARCHAR), nullif(split_part(s.slice_key, '/', 4), '')) AS sitting_id
    FROM state.slice s
    JOIN state.active_slice a USING (slice_id)
    JOIN state.import_slice i ON i.import_id = a.import_id AND i.slice_id = s.slice_id
    WHERE s.test_id IS NOT NULL
      AND s.klasse_id IN (SELECT e.klasse_id FROM state.enrolment e JOIN mine USING (pupil_id))
),
conditions AS (
    SELECT c.import_id, c.slice_no, c.pupil_id, list(DISTINCT c.condition) AS said
    FROM facts.condition c JOIN seen USING (import_id, slice_no)
    GROUP BY c.import_id, c.slice_no, c.pupil_id
)
SELECT CAST(mine.whom AS VARCHAR) AS pupil_id, seen.sitting_id AS test_id,
       CAST(seen.klasse_id AS VARCHAR) AS klasse_id, seen.taken_on, o.task_no AS task, o.value AS points, o.missing,
       o.sheet_row AS "row", o.sheet_column AS "column", c.said AS conditions,
       CAST(coalesce(o.copied_from, o.import_id) AS VARCHAR) AS import_id
FROM facts.observation o
JOIN seen USING (import_id, slice_no)
JOIN mine ON mine.pupil_id = o.pupil_id
LEFT JOIN conditions c ON c.import_id = o.import_id AND c.slice_no = o.slice_no AND c.pupil_id = o.pupil_id
WHERE mine.whom IN (SELECT whom FROM allowed)
