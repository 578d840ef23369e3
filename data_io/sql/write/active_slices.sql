INSERT INTO state.active_slice (slice_id, import_id)
SELECT CAST(slice_id AS UUID), CAST(import_id AS UUID) FROM new_rows
ON CONFLICT (slice_id) DO UPDATE SET import_id = excluded.import_id
