-- For imports: the classes of a school by name and year.
SELECT CAST(klasse_id AS VARCHAR) AS klasse_id, skoleaar, name, trin FROM state.klasse WHERE school_id = $school_id
