-- What was said of a sheet when the very same file was read in before, newest first.
SELECT CAST(m.import_id AS VARCHAR) AS import_id, m.kind, k.name AS klasse, k.skoleaar, i.taken_on, t.title,
       t.subject, r.name AS round, h.klasse_id IS NOT NULL AS is_hold
FROM state.sheet_import m
JOIN state.import_slice i ON i.import_id = m.import_id
JOIN state.slice s ON s.slice_id = i.slice_id
JOIN state.klasse k ON k.klasse_id = s.klasse_id
LEFT JOIN state.hold h ON h.klasse_id = k.klasse_id
LEFT JOIN state.test t ON t.test_id = s.test_id
LEFT JOIN state.round r ON r.round_id = s.round_id
WHERE m.school_id = $school_id AND m.file_hash = $file_hash AND m.sheet = $sheet AND m.part = $part
  AND m.undone_at IS NULL
ORDER BY m.imported_at DESC, k.skoleaar DESC
