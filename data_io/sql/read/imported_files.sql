-- The bytes of every file that has an import in the school's store.
SELECT DISTINCT file_hash FROM state.sheet_import WHERE school_id = $school_id
