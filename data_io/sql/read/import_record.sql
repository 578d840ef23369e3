-- One import: file, sheet and part, who and when, and when it was undone.
SELECT CAST(import_id AS VARCHAR) AS import_id, kind, file_name, sheet, part, imported_at, imported_by, undone_at
FROM state.sheet_import WHERE CAST(import_id AS VARCHAR) = $import_id
