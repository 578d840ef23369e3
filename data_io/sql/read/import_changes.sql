-- The cells in which an import differs from the one that was seen before it, slice by slice.
WITH pair AS (
    SELECT i.slice_no, i.slice_id, i.import_id, b.import_id AS before_id, b.slice_no AS before_no
    FROM state.import_slice i
    JOIN state.import_slice b ON b.import_id = i.previous_import_id AND b.slice_id = i.slice_id
    WHERE CAST(i.import_id AS VARCHAR) = $import_id
),
now AS (
    SELECT pair.slice_no, coalesce(p.alias_of, p.pupil_id) AS whom, o.task_no, o.value, o.missing, o.sheet_row,
           o.sheet_column
    FROM facts.observation o
    JOIN pair ON pair.import_id = o.import_id AND pair.slice_no = o.slice_no
    JOIN state.pupil p ON p.pupil_id = o.pupil_id
),
before AS (
    SELECT pair.slice_no, coalesce(p.alias_of, p.pupil_id) AS whom, o.task_no, o.value, o.missing
    FROM facts.observation o
    JOIN pair ON pair.before_id = o.import_id AND pair.before_no = o.slice_no
    JOIN state.pupil p ON p.pupil_id = o.pupil_id
),
both_ AS (
    SELECT coalesce(now.slice_no, before.slice_no) AS slice_no, coalesce(now.whom, before.whom) AS whom,
           coalesce(now.task_no, before.task_no) AS task_no, before.value AS before, before.missing AS was_missing,
           now.value AS after, now.missing AS is_missing, now.sheet_row, now.sheet_column
    FROM now
    FULL OUTER JOIN before
      ON before.slice_no = now.slice_no AND before.whom = now.whom AND before.task_no = now.task_no
)
SELECT c.slice_no, q.name, c.task_no, x.label, c.before, c.was_missing, c.after, c.is_missing,
       c.sheet_row AS "row", c.sheet_column AS "column"
FROM both_ c
JOIN pair ON pair.slice_no = c.slice_no
JOIN state.slice s ON s.slice_id = pair.slice_id
JOIN state.pupil q ON q.pupil_id = c.whom
LEFT JOIN state.test_task x ON x.test_id = s.test_id AND x.task_no = c.task_no
WHERE c.before IS DISTINCT FROM c.after
ORDER BY c.slice_no, q.name COLLATE da, c.task_no
