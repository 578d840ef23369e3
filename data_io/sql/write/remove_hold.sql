DELETE FROM state.hold WHERE CAST(klasse_id AS VARCHAR) = $klasse_id
