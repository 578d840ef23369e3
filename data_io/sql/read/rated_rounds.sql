-- The rounds some classes were ever rated in.
SELECT DISTINCT CAST(round_id AS VARCHAR) AS round_id FROM state.slice
WHERE round_id IS NOT NULL AND list_contains($klasse_ids, CAST(klasse_id AS VARCHAR))
