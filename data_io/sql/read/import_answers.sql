SELECT question, answer FROM state.import_answer WHERE import_id = $import_id ORDER BY question
