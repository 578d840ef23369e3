DELETE FROM state.enrolment WHERE CAST(klasse_id AS VARCHAR) = $klasse_id
