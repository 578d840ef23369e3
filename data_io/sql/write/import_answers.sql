INSERT INTO state.import_answer (import_id, question, answer)
SELECT CAST(import_id AS UUID), question, answer FROM new_rows
