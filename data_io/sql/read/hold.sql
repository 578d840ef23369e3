SELECT teacher, from_date, to_date FROM state.hold WHERE CAST(klasse_id AS VARCHAR) = $klasse_id
