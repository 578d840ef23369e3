-- The school's imports, newest first, with what each filled and whether it is still seen.
SELECT CAST(m.import_id AS VARCHAR) AS import_id, m.kind, m.file_name, m.sheet, m.imported_at, m.imported_by,
       m.undone_at, count(DISTINCT a.slice_id) AS active_slices, count(DISTINCT i.slice_id) AS slices,
       string_agg(DISTINCT k.name, ', ' ORDER BY k.name) AS klasser, max(t.title) AS title
FROM state.sheet_import m
JOIN state.import_slice i ON i.import_id = m.import_id
JOIN state.slice s ON s.slice_id = i.slice_id
JOIN state.klasse k ON k.klasse_id = s.klasse_id
LEFT JOIN state.test t ON t.test_id = s.test_id
LEFT JOIN state.active_slice a ON a.slice_id = i.slice_id AND a.import_id = m.import_id
WHERE list_contains($klasse_ids, CAST(s.klasse_id AS VARCHAR))
GROUP BY ALL
ORDER BY m.imported_at DESC
