INSERT INTO facts.trivsel (import_id, slice_no, whose, indicator, amount, missing, sheet_row, sheet_column)
SELECT CAST(import_id AS UUID), CAST(slice_no AS INTEGER), whose, indicator, CAST(amount AS DOUBLE), missing,
       CAST(sheet_row AS INTEGER), CAST(sheet_column AS INTEGER)
FROM new_rows
