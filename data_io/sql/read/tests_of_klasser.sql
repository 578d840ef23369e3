-- Every test some classes have taken, newest first, with the sheet it is seen from: the class's own, or that of
-- a hold of the year (named) in which some of its pupils took it. A class's test of another day is a sitting of its
-- own: its id has that day, "test@2026-03-20", and its paper is the test.
WITH members AS (
    SELECT DISTINCT e.klasse_id, e.to_date, k.skoleaar, coalesce(p.alias_of, p.pupil_id) AS whom
    FROM state.enrolment e
    JOIN state.klasse k ON k.klasse_id = e.klasse_id
    JOIN state.pupil p ON p.pupil_id = e.pupil_id
    WHERE list_contains($klasse_ids, CAST(e.klasse_id AS VARCHAR))
),
seen AS (
    SELECT s.klasse_id, h.klasse_id AS hold_id, k.name, k.skoleaar, s.test_id, i.import_id, i.slice_no, i.taken_on,
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
taken AS (
    SELECT klasse_id, NULL AS hold, test_id, sitting_id, import_id, taken_on
    FROM seen WHERE list_contains($klasse_ids, CAST(klasse_id AS VARCHAR))
    UNION ALL
    SELECT DISTINCT m.klasse_id, seen.name AS hold, seen.test_id, seen.sitting_id, seen.import_id, seen.taken_on
    FROM seen
    JOIN facts.observation o ON o.import_id = seen.import_id AND o.slice_no = seen.slice_no
    JOIN state.pupil p ON p.pupil_id = o.pupil_id
    JOIN members m ON m.whom = coalesce(p.alias_of, p.pupil_id) AND m.skoleaar = seen.skoleaar
    WHERE seen.hold_id IS NOT NULL AND m.klasse_id <> seen.klasse_id
      AND (m.to_date IS NULL OR seen.taken_on IS NULL OR seen.taken_on <= m.to_date)
)
SELECT k.sitting_id AS test_id, CAST(t.test_id AS VARCHAR) AS paper, t.title, t.subject, k.taken_on,
       CAST(m.import_id AS VARCHAR) AS import_id, m.file_name, m.sheet, m.imported_at, m.imported_by,
       CAST(k.klasse_id AS VARCHAR) AS klasse_id, k.hold
FROM taken k
JOIN state.sheet_import m ON m.import_id = k.import_id
JOIN state.test t ON t.test_id = k.test_id
QUALIFY row_number() OVER (
    PARTITION BY k.klasse_id, k.sitting_id
    ORDER BY k.hold IS NOT NULL, k.taken_on DESC NULLS LAST, k.import_id DESC
) = 1
ORDER BY k.taken_on DESC NULLS LAST, m.imported_at DESC
