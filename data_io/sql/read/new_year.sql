-- How a school year was made out of the one before, oldest first.
SELECT CAST(new_year_id AS VARCHAR) AS new_year_id, made_at, made_by
FROM state.new_year
WHERE school_id = $school_id AND skoleaar = $skoleaar
ORDER BY made_at
