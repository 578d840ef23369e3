DELETE FROM state.klasse WHERE CAST(klasse_id AS VARCHAR) = $klasse_id
