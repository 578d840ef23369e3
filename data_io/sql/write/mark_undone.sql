UPDATE state.sheet_import SET undone_at = $undone_at WHERE import_id = $import_id
