SELECT DISTINCT CAST(e.klasse_id AS VARCHAR) AS klasse_id, k.skoleaar
FROM state.enrolment e
JOIN state.pupil p ON p.pupil_id = e.pupil_id
JOIN state.klasse k ON k.klasse_id = e.klasse_id
WHERE CAST(coalesce(p.alias_of, p.pupil_id) AS VARCHAR) = $pupil_id
  AND list_contains($klasse_ids, CAST(e.klasse_id AS VARCHAR))
ORDER BY k.skoleaar DESC
