DELETE FROM state.fagligt_loeft WHERE CAST(klasse_id AS VARCHAR) = $klasse_id
