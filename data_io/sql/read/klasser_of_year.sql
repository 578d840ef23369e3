-- The classes of a school year a person may see, in class order; a hold is no class of its own.
SELECT CAST(k.klasse_id AS VARCHAR) AS klasse_id, k.name, k.trin
FROM state.klasse k
WHERE list_contains($klasse_ids, CAST(k.klasse_id AS VARCHAR))
  AND k.skoleaar = $skoleaar
  AND k.klasse_id NOT IN (SELECT klasse_id FROM state.hold)
ORDER BY k.trin NULLS LAST, k.name COLLATE da
