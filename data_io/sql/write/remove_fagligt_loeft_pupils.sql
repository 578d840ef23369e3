DELETE FROM state.fagligt_loeft_pupil WHERE CAST(klasse_id AS VARCHAR) = $klasse_id
