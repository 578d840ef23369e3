-- What a class is rated in, in any round.
SELECT DISTINCT s.subject
FROM state.slice s JOIN state.active_slice a USING (slice_id)
WHERE CAST(s.klasse_id AS VARCHAR) = $klasse_id AND s.subject IS NOT NULL
ORDER BY s.subject
