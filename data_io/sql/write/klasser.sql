INSERT INTO state.klasse (klasse_id, school_id, skoleaar, name, trin)
SELECT CAST(klasse_id AS UUID), CAST(school_id AS UUID), skoleaar, name, CAST(trin AS INTEGER) FROM new_rows
