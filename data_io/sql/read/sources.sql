-- Where some imports were read: file, sheet, when and by whom.
SELECT CAST(import_id AS VARCHAR) AS import_id, file_name, sheet, imported_at, imported_by
FROM state.sheet_import WHERE list_contains($import_ids, CAST(import_id AS VARCHAR))
