INSERT INTO state.test (test_id, school_id, subject, trin, title)
SELECT CAST(test_id AS UUID), CAST(school_id AS UUID), subject, CAST(trin AS INTEGER), title FROM new_rows
