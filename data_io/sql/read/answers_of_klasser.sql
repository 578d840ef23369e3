-- Every seen answer in the tests of some classes: in the classes' own sheets, and what their pupils earned in a
-- hold of the year while they were in the class. Of a sitting that a pupil took in both, the newest with an answer.
-- A class's test of another day is a sitting of its own: its id has that day, "test@2026-03-20".
WITH members AS (
    SELECT e.klasse_id, e.to_date, k.skoleaar, p.pupil_id, coalesce(p.alias_of, p.pupil_id) AS whom
    FROM state.enrolment e
    JOIN state.klasse k ON k.klasse_id = e.klasse_id
    JOIN state.pupil p ON p.pupil_id = e.pupil_id
    WHERE list_contains($klasse_ids, CAST(e.klasse_id AS VARCHAR))
),
seen AS (
    SELECT s.klasse_id, k.skoleaar, i.import_id, i.slice_no, i.taken_on,
           concat_ws('@', CAST(s.test_id AS VARCHAR), nullif(split_part(s.slice_key, '/', 4), '')) AS sitting_id
    FROM state.slice s
    JOIN state.klasse k ON k.klasse_id = s.klasse_id
    LEFT JOIN state.hold h ON h.klasse_id = s.klasse_id
    JOIN state.active_slice a USING (slice_id)
    JOIN state.import_slice i ON i.import_id = a.import_id AND i.slice_id = s.slice_id
    WHERE s.test_id IS NOT NULL
      AND (
          list_contains($klasse_ids, CAST(s.klasse_id AS VARCHAR))
          OR (h.klasse_id IS NOT NULL AND k.skoleaar IN (SELECT skoleaar FROM members))
      )
),
earned AS (
    SELECT coalesce(p.alias_of, p.pupil_id) AS whom, p.pupil_id AS named, seen.*, o.task_no, o.value, o.missing,
           o.sheet_row, o.sheet_column, o.copied_from
    FROM facts.observation o
    JOIN seen USING (import_id, slice_no)
    JOIN state.pupil p ON p.pupil_id = o.pupil_id
    WHERE list_contains($klasse_ids, CAST(seen.klasse_id AS VARCHAR))
       OR EXISTS (
           SELECT 1 FROM members m
           WHERE m.whom = coalesce(p.alias_of, p.pupil_id) AND m.skoleaar = seen.skoleaar
             AND (m.to_date IS NULL OR seen.taken_on IS NULL OR seen.taken_on <= m.to_date)
       )
),
known AS (
    SELECT earned.*, bool_or(value IS NOT NULL) OVER (PARTITION BY whom, import_id, slice_no) AS answered
    FROM earned
),
newest AS (
    SELECT known.*, dense_rank() OVER (
        PARTITION BY whom, sitting_id
        ORDER BY answered DESC, taken_on DESC NULLS LAST, import_id DESC
    ) AS place
    FROM known
),
conditions AS (
    SELECT c.import_id, c.slice_no, c.pupil_id, list(DISTINCT c.condition) AS said
    FROM facts.condition c JOIN seen USING (import_id, slice_no)
    GROUP BY c.import_id, c.slice_no, c.pupil_id
)
SELECT CAST(n.whom AS VARCHAR) AS pupil_id, n.sitting_id AS test_id, n.task_no AS task,
       n.value AS points, n.missing, n.sheet_row AS "row", n.sheet_column AS "column",
       c.said AS conditions, CAST(coalesce(n.copied_from, n.import_id) AS VARCHAR) AS import_id
FROM newest n
LEFT JOIN conditions c ON c.import_id = n.import_id AND c.slice_no = n.slice_no AND c.pupil_id = n.named
WHERE n.place = 1
