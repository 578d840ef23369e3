-- Which import is seen of every slice of a school, and what it was made from.
SELECT s.slice_key, CAST(s.slice_id AS VARCHAR) AS slice_id, CAST(a.import_id AS VARCHAR) AS import_id,
       i.slice_no, m.content_hash
FROM state.slice s
JOIN state.klasse k ON k.klasse_id = s.klasse_id
LEFT JOIN state.active_slice a USING (slice_id)
LEFT JOIN state.import_slice i ON i.import_id = a.import_id AND i.slice_id = s.slice_id
LEFT JOIN state.sheet_import m ON m.import_id = a.import_id
WHERE k.school_id = $school_id
