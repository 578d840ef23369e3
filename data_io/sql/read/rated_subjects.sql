-- The subjects some classes were ever rated in.
SELECT DISTINCT subject FROM state.slice
WHERE round_id IS NOT NULL AND list_contains($klasse_ids, CAST(klasse_id AS VARCHAR))
ORDER BY subject
