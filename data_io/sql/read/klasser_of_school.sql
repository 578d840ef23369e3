-- For imports: the classes and holds of a school by name and year.
SELECT CAST(k.klasse_id AS VARCHAR) AS klasse_id, k.skoleaar, k.name, k.trin, h.klasse_id IS NOT NULL AS is_hold
FROM state.klasse k LEFT JOIN state.hold h ON h.klasse_id = k.klasse_id
WHERE k.school_id = $school_id
