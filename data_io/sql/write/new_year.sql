INSERT INTO state.new_year (new_year_id, school_id, skoleaar, made_at, made_by)
VALUES ($new_year_id, $school_id, $skoleaar, $made_at, $made_by)
