INSERT INTO state.talk_agenda (talk_id, line_no, said)
SELECT CAST(talk_id AS UUID), CAST(line_no AS INTEGER), said FROM new_rows
