INSERT INTO state.talk_participant (talk_id, staff_id)
SELECT CAST(talk_id AS UUID), CAST(staff_id AS UUID) FROM new_rows
