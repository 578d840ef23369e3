-- What was said of each pupil when a school year was made.
SELECT CAST(p.pupil_id AS VARCHAR) AS pupil_id, CAST(p.klasse_id AS VARCHAR) AS klasse_id, p.how, p.made
FROM state.new_year_pupil p JOIN state.new_year y USING (new_year_id)
WHERE y.school_id = $school_id AND y.skoleaar = $skoleaar
