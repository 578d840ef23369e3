-- Tests with their active classes and sittings, for joining a new sheet to one of them.
SELECT CAST(t.test_id AS VARCHAR) AS test_id, t.subject, t.trin, t.title, k.name AS klasse, k.skoleaar,
       CAST(k.klasse_id AS VARCHAR) AS klasse_id, i.taken_on, m.file_name,
       split_part(s.slice_key, '/', 4) AS sitting
FROM state.test t
JOIN state.slice s ON s.test_id = t.test_id
JOIN state.active_slice a USING (slice_id)
JOIN state.import_slice i ON i.import_id = a.import_id AND i.slice_id = a.slice_id
JOIN state.sheet_import m ON m.import_id = a.import_id
JOIN state.klasse k ON k.klasse_id = s.klasse_id
WHERE t.school_id = $school_id
ORDER BY i.taken_on DESC NULLS LAST
