-- What one import says of every class and indicator, for comparing a corrected sheet with the one before.
SELECT slice_no, whose AS who, indicator AS what, amount FROM facts.trivsel WHERE import_id = $import_id
