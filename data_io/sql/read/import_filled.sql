-- The slices an import filled, with what it gave there, which import was seen before it and which is seen now.
WITH given AS (
    SELECT slice_no, pupil_id, value FROM facts.observation WHERE CAST(import_id AS VARCHAR) = $import_id
    UNION ALL
    SELECT slice_no, pupil_id, amount FROM facts.absence WHERE CAST(import_id AS VARCHAR) = $import_id
    UNION ALL
    SELECT slice_no, NULL, amount FROM facts.trivsel WHERE CAST(import_id AS VARCHAR) = $import_id
)
SELECT i.slice_no, CAST(i.slice_id AS VARCHAR) AS slice_id, CAST(s.klasse_id AS VARCHAR) AS klasse_id,
       k.name AS klasse, k.skoleaar, h.klasse_id IS NOT NULL AS is_hold, i.scale, i.taken_on, s.from_date, s.to_date,
       t.title, coalesce(t.subject, s.subject) AS subject, r.name AS round,
       CAST(i.previous_import_id AS VARCHAR) AS previous_import_id,
       CAST(a.import_id AS VARCHAR) AS active_import_id,
       count(DISTINCT g.pupil_id) AS pupils, count(g.value) AS "values", count(g.slice_no) - count(g.value) AS missing
FROM state.import_slice i
JOIN state.slice s ON s.slice_id = i.slice_id
JOIN state.klasse k ON k.klasse_id = s.klasse_id
LEFT JOIN state.hold h ON h.klasse_id = s.klasse_id
LEFT JOIN state.test t ON t.test_id = s.test_id
LEFT JOIN state.round r ON r.round_id = s.round_id
LEFT JOIN state.active_slice a ON a.slice_id = i.slice_id
LEFT JOIN given g ON g.slice_no = i.slice_no
WHERE CAST(i.import_id AS VARCHAR) = $import_id
GROUP BY ALL
ORDER BY i.slice_no
