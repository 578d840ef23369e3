INSERT INTO state.sheet_import
    (import_id, school_id, kind, file_name, file_hash, sheet, content_hash, imported_at, imported_by)
VALUES ($import_id, $school_id, $kind, $file_name, $file_hash, $sheet, $content_hash, $imported_at, $imported_by)
