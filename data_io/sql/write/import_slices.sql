INSERT INTO state.import_slice (import_id, slice_no, slice_id, scale, taken_on, previous_import_id)
SELECT CAST(import_id AS UUID), CAST(slice_no AS INTEGER), CAST(slice_id AS UUID), scale,
       CAST(taken_on AS DATE), CAST(previous_import_id AS UUID)
FROM new_rows
