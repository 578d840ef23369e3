-- Which import is seen of some slices, and what it was made from.
SELECT CAST(s.slice_id AS VARCHAR) AS slice_id, s.slice_key, CAST(a.import_id AS VARCHAR) AS import_id,
       i.slice_no, m.content_hash
FROM state.slice s
LEFT JOIN state.active_slice a USING (slice_id)
LEFT JOIN state.import_slice i ON i.import_id = a.import_id AND i.slice_id = s.slice_id
LEFT JOIN state.sheet_import m ON m.import_id = a.import_id
WHERE list_contains($slice_keys, s.slice_key)
