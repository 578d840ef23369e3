INSERT INTO state.sheet_import
    (import_id, school_id, kind, file_name, file_hash, sheet, part, content_hash, imported_at, imported_by)
SELECT CAST(import_id AS UUID), CAST(school_id AS UUID), kind, file_name, file_hash, sheet, part, content_hash,
       CAST(imported_at AS TIMESTAMP), imported_by
FROM new_rows
