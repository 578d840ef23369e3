SELECT s.kind, s.folded, s.said, s.term
FROM state.synonym s
LEFT JOIN state.sheet_import m USING (import_id)
WHERE s.school_id = $school_id AND m.undone_at IS NULL
ORDER BY s.kind, s.term, s.said
