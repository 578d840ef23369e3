-- The classes that a hold's pupils have in its year.
SELECT DISTINCT CAST(k.klasse_id AS VARCHAR) AS klasse_id, k.name, k.trin
FROM state.klasse g
JOIN state.enrolment e ON e.klasse_id = g.klasse_id
JOIN state.pupil p ON p.pupil_id = e.pupil_id
JOIN state.pupil q ON coalesce(q.alias_of, q.pupil_id) = coalesce(p.alias_of, p.pupil_id)
JOIN state.enrolment f ON f.pupil_id = q.pupil_id
JOIN state.klasse k ON k.klasse_id = f.klasse_id AND k.skoleaar = g.skoleaar
WHERE CAST(g.klasse_id AS VARCHAR) = $klasse_id AND k.klasse_id NOT IN (SELECT klasse_id FROM state.hold)
ORDER BY k.name
