-- The pupils of some classes in Danish order by name: those on the class list, and those with results seen
-- in the class or in a hold of its year (without a list, or gone from it), and those whom a new school year put
-- there (from_date). An alias stands for the pupil it
-- belongs to.
WITH slices AS (
    SELECT s.klasse_id, h.klasse_id IS NOT NULL AS is_hold, k.skoleaar, i.import_id, i.slice_no, i.taken_on
    FROM state.slice s
    JOIN state.klasse k ON k.klasse_id = s.klasse_id
    LEFT JOIN state.hold h ON h.klasse_id = s.klasse_id
    JOIN state.active_slice a USING (slice_id)
    JOIN state.import_slice i ON i.import_id = a.import_id AND i.slice_id = s.slice_id
    WHERE list_contains($klasse_ids, CAST(s.klasse_id AS VARCHAR))
       OR (h.klasse_id IS NOT NULL AND k.skoleaar IN (
           SELECT skoleaar FROM state.klasse WHERE list_contains($klasse_ids, CAST(klasse_id AS VARCHAR))
       ))
),
seen AS (
    SELECT DISTINCT e.klasse_id, e.pupil_id
    FROM state.enrolment e
    JOIN state.klasse k ON k.klasse_id = e.klasse_id
    JOIN facts.observation o ON o.pupil_id = e.pupil_id
    JOIN slices s ON s.import_id = o.import_id AND s.slice_no = o.slice_no
    WHERE list_contains($klasse_ids, CAST(e.klasse_id AS VARCHAR))
      AND (
          s.klasse_id = e.klasse_id
          OR (s.is_hold AND s.skoleaar = k.skoleaar
              AND (e.to_date IS NULL OR s.taken_on IS NULL OR s.taken_on <= e.to_date))
      )
    UNION
    SELECT s.klasse_id, o.pupil_id
    FROM facts.absence o JOIN slices s ON s.import_id = o.import_id AND s.slice_no = o.slice_no
)
SELECT CAST(e.klasse_id AS VARCHAR) AS klasse_id, CAST(q.pupil_id AS VARCHAR) AS pupil_id, q.name,
       q.confirmed, bool_or(e.listed AND e.to_date IS NULL) AS listed, min(e.position) AS position,
       min(e.from_date) AS from_date, max(e.to_date) AS to_date,
       max(u.said) AS unilogin
FROM state.enrolment e
JOIN state.pupil p ON p.pupil_id = e.pupil_id
JOIN state.pupil q ON q.pupil_id = coalesce(p.alias_of, p.pupil_id)
LEFT JOIN seen ON seen.klasse_id = e.klasse_id AND seen.pupil_id = e.pupil_id
LEFT JOIN state.pupil_key u ON u.pupil_id = q.pupil_id AND u.kind = 'unilogin'
WHERE list_contains($klasse_ids, CAST(e.klasse_id AS VARCHAR))
GROUP BY e.klasse_id, q.pupil_id, q.name, q.confirmed
HAVING bool_or(e.listed AND e.to_date IS NULL) OR bool_or(seen.pupil_id IS NOT NULL)
    OR bool_or(e.from_date IS NOT NULL AND e.to_date IS NULL)
ORDER BY q.name COLLATE da, pupil_id
