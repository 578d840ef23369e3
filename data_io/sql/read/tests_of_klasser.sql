-- Every test some classes have taken, newest first, with the sheet it is seen from.
SELECT CAST(t.test_id AS VARCHAR) AS test_id, t.title, t.subject, i.taken_on,
       CAST(m.import_id AS VARCHAR) AS import_id, m.file_name, m.sheet, m.imported_at, m.imported_by,
       CAST(s.klasse_id AS VARCHAR) AS klasse_id
FROM state.slice s
JOIN state.active_slice a USING (slice_id)
JOIN state.import_slice i ON i.import_id = a.import_id AND i.slice_id = s.slice_id
JOIN state.sheet_import m ON m.import_id = a.import_id
JOIN state.test t ON t.test_id = s.test_id
WHERE list_contains($klasse_ids, CAST(s.klasse_id AS VARCHAR))
ORDER BY i.taken_on DESC NULLS LAST, m.imported_at DESC
