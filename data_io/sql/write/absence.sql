INSERT INTO facts.absence
    (import_id, slice_no, pupil_id, category, unit, day, amount, missing, sheet_row, sheet_column)
SELECT CAST(import_id AS UUID), CAST(slice_no AS INTEGER), CAST(pupil_id AS UUID), category, unit,
       CAST(day AS DATE), CAST(amount AS DOUBLE), missing, CAST(sheet_row AS INTEGER),
       CAST(sheet_column AS INTEGER)
FROM new_rows
ORDER BY slice_no, pupil_id, day
