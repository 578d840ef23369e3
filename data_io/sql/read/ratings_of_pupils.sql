-- Every seen rating of some pupils, in all their classes; only pupils with a class in the scope.
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
    SELECT s.subject, s.round_id, k.skoleaar, i.scale, i.import_id, i.slice_no
    FROM state.slice s
    JOIN state.klasse k ON k.klasse_id = s.klasse_id
    JOIN state.active_slice a USING (slice_id)
    JOIN state.import_slice i ON i.import_id = a.import_id AND i.slice_id = s.slice_id
    WHERE s.round_id IS NOT NULL
      AND s.klasse_id IN (SELECT e.klasse_id FROM state.enrolment e JOIN mine USING (pupil_id))
)
SELECT CAST(mine.whom AS VARCHAR) AS pupil_id, seen.subject, r.name AS round, seen.skoleaar, r.position,
       seen.scale, o.value, o.missing, o.sheet_row AS "row", o.sheet_column AS "column",
       CAST(m.import_id AS VARCHAR) AS import_id, m.file_name, m.sheet, m.imported_at, m.imported_by
FROM facts.observation o
JOIN seen USING (import_id, slice_no)
JOIN mine ON mine.pupil_id = o.pupil_id
JOIN state.round r ON r.round_id = seen.round_id
JOIN state.sheet_import m ON m.import_id = coalesce(o.copied_from, seen.import_id)
WHERE mine.whom IN (SELECT whom FROM allowed)
ORDER BY seen.skoleaar, r.position
