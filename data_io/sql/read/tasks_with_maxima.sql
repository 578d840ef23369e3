-- The tasks of some tests; `highest` is the highest points in all seen results, for unknown maxima, and
-- `left_out_at` says that a task was taken out of its test.
WITH wanted AS (
    SELECT test_id, task_no, label, fagomraade, signalord, max_points
    FROM state.test_task WHERE list_contains($test_ids, CAST(test_id AS VARCHAR))
),
seen AS (
    SELECT s.test_id, i.import_id, i.slice_no
    FROM state.slice s
    JOIN state.active_slice a USING (slice_id)
    JOIN state.import_slice i ON i.import_id = a.import_id AND i.slice_id = s.slice_id
    WHERE s.test_id IN (SELECT test_id FROM wanted WHERE max_points IS NULL)
),
highest AS (
    SELECT seen.test_id, o.task_no, max(o.value) AS highest
    FROM facts.observation o
    JOIN seen USING (import_id, slice_no)
    -- Points in another test say nothing of this one's maximum.
    WHERE NOT EXISTS (
        SELECT 1 FROM facts.condition c
        WHERE c.import_id = o.import_id AND c.slice_no = o.slice_no AND c.pupil_id = o.pupil_id
          AND c.condition = 'anden_proeve'
    )
    GROUP BY seen.test_id, o.task_no
)
SELECT CAST(w.test_id AS VARCHAR) AS test_id, w.task_no, w.label, w.fagomraade, w.signalord, w.max_points,
       h.highest, l.left_out_at, l.left_out_by, l.reason
FROM wanted w
LEFT JOIN highest h ON h.test_id = w.test_id AND h.task_no = w.task_no
LEFT JOIN state.task_left_out l ON l.test_id = w.test_id AND l.task_no = w.task_no AND l.back_at IS NULL
ORDER BY w.test_id, w.task_no
