-- Files that were read with nothing left open, apart from those of which something was undone since.
SELECT f.file_hash, f.said
FROM state.read_file f
WHERE f.school_id = $school_id
  AND NOT EXISTS (
      SELECT 1 FROM state.sheet_import m
      WHERE m.school_id = f.school_id AND m.file_hash = f.file_hash AND m.undone_at IS NOT NULL
  )
