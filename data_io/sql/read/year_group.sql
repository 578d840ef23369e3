-- A class and the others of its trin and year, in order by name. A hold, and a class of no single trin, is alone.
SELECT CAST(k.klasse_id AS VARCHAR) AS klasse_id, k.name
FROM state.klasse own
JOIN state.klasse k ON k.school_id = own.school_id AND k.skoleaar = own.skoleaar
WHERE CAST(own.klasse_id AS VARCHAR) = $klasse_id
  AND (
      k.klasse_id = own.klasse_id
      OR (k.trin = own.trin
          AND k.klasse_id NOT IN (SELECT klasse_id FROM state.hold)
          AND own.klasse_id NOT IN (SELECT klasse_id FROM state.hold))
  )
ORDER BY k.name COLLATE da
