-- A class that an import taken back once filled stays, without pupils: its slices name it.
DELETE FROM state.klasse
WHERE klasse_id IN (
    SELECT klasse_id FROM state.new_year_klasse WHERE CAST(new_year_id AS VARCHAR) = $new_year_id
) AND NOT EXISTS (FROM state.slice s WHERE s.klasse_id = klasse.klasse_id)
