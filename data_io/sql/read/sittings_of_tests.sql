-- Every class of the school that took some tests, also outside anybody's scope, and how large a part of its
-- pupils are pupils of one class.
WITH own AS (
    SELECT DISTINCT coalesce(p.alias_of, p.pupil_id) AS whom, k.school_id
    FROM state.klasse k
    JOIN state.enrolment e ON e.klasse_id = k.klasse_id
    JOIN state.pupil p ON p.pupil_id = e.pupil_id
    WHERE CAST(k.klasse_id AS VARCHAR) = $klasse_id
),
taken AS (
    SELECT DISTINCT s.klasse_id, s.test_id, k.skoleaar
    FROM state.slice s
    JOIN state.klasse k ON k.klasse_id = s.klasse_id
    JOIN state.active_slice a USING (slice_id)
    WHERE s.test_id IS NOT NULL
      AND list_contains($test_ids, CAST(s.test_id AS VARCHAR))
      AND k.school_id IN (SELECT school_id FROM own)
      AND NOT EXISTS (SELECT 1 FROM state.hold h WHERE h.klasse_id = s.klasse_id)
),
shared AS (
    SELECT e.klasse_id, avg(CASE WHEN own.whom IS NULL THEN 0 ELSE 1 END) AS share
    FROM state.enrolment e
    JOIN state.pupil p ON p.pupil_id = e.pupil_id
    LEFT JOIN own ON own.whom = coalesce(p.alias_of, p.pupil_id)
    WHERE e.klasse_id IN (SELECT klasse_id FROM taken)
    GROUP BY e.klasse_id
)
SELECT CAST(t.klasse_id AS VARCHAR) AS klasse_id, CAST(t.test_id AS VARCHAR) AS test_id, t.skoleaar,
       coalesce(shared.share, 0) AS shared
FROM taken t
LEFT JOIN shared USING (klasse_id)
ORDER BY t.skoleaar, klasse_id, test_id
