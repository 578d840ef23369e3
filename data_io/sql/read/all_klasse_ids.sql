-- For making a scope only: the classes there are.
SELECT CAST(klasse_id AS VARCHAR) AS klasse_id FROM state.klasse
