-- The pupils of an import by slice: their name, whether the school knew them before, and on which conditions.
WITH named AS (
    SELECT slice_no, pupil_id FROM facts.observation WHERE CAST(import_id AS VARCHAR) = $import_id
    UNION
    SELECT slice_no, pupil_id FROM facts.absence WHERE CAST(import_id AS VARCHAR) = $import_id
),
conditions AS (
    SELECT c.slice_no, c.pupil_id, list(DISTINCT c.condition) AS said
    FROM facts.condition c WHERE CAST(c.import_id AS VARCHAR) = $import_id
    GROUP BY c.slice_no, c.pupil_id
)
SELECT n.slice_no, CAST(q.pupil_id AS VARCHAR) AS pupil_id, q.name, b.pupil_id IS NOT NULL AS is_new,
       c.said AS conditions
FROM named n
JOIN state.pupil p ON p.pupil_id = n.pupil_id
JOIN state.pupil q ON q.pupil_id = coalesce(p.alias_of, p.pupil_id)
LEFT JOIN state.import_pupil b ON CAST(b.import_id AS VARCHAR) = $import_id AND b.pupil_id = n.pupil_id
LEFT JOIN conditions c ON c.slice_no = n.slice_no AND c.pupil_id = n.pupil_id
ORDER BY q.name COLLATE da, n.slice_no
