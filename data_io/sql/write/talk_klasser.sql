INSERT INTO state.talk_klasse (talk_id, klasse_id)
SELECT CAST(talk_id AS UUID), CAST(klasse_id AS UUID) FROM new_rows
