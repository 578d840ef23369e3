-- Every seen absence of some pupils in all their classes, by period; only pupils with a class in the scope.
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
    SELECT s.from_date, s.to_date, k.klasse_id, k.skoleaar, i.import_id, i.slice_no
    FROM state.slice s
    JOIN state.klasse k ON k.klasse_id = s.klasse_id
    JOIN state.active_slice a USING (slice_id)
    JOIN state.import_slice i ON i.import_id = a.import_id AND i.slice_id = s.slice_id
    WHERE s.from_date IS NOT NULL
      AND s.klasse_id IN (SELECT e.klasse_id FROM state.enrolment e JOIN mine USING (pupil_id))
)
SELECT CAST(mine.whom AS VARCHAR) AS pupil_id, CAST(seen.klasse_id AS VARCHAR) AS klasse_id, seen.skoleaar,
       seen.from_date, seen.to_date, o.category, o.unit, sum(o.amount) AS amount,
       bool_or(o.day IS NOT NULL) AS by_day, min(o.sheet_row) AS "row", min(o.sheet_column) AS "column",
       count(*) AS cells,
       CAST(m.import_id AS VARCHAR) AS import_id, m.file_name, m.sheet, m.imported_at, m.imported_by
FROM facts.absence o
JOIN seen USING (import_id, slice_no)
JOIN mine ON mine.pupil_id = o.pupil_id
JOIN state.sheet_import m ON m.import_id = seen.import_id
WHERE mine.whom IN (SELECT whom FROM allowed)
GROUP BY ALL
ORDER BY seen.to_date DESC, seen.from_date, m.imported_at DESC
