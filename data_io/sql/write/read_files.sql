INSERT INTO state.read_file (school_id, file_hash, said, read_at)
SELECT CAST(school_id AS UUID), file_hash, said, CAST(read_at AS TIMESTAMP) FROM new_rows
ON CONFLICT (school_id, file_hash) DO UPDATE SET said = excluded.said, read_at = excluded.read_at
