UPDATE state.hold SET teacher = $teacher, from_date = $from_date, to_date = $to_date
WHERE CAST(klasse_id AS VARCHAR) = $klasse_id
