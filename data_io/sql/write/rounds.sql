INSERT INTO state.round (round_id, school_id, name, position)
SELECT CAST(round_id AS UUID), CAST(school_id AS UUID), name, CAST(position AS INTEGER) FROM new_rows
