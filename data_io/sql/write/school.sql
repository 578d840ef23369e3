INSERT INTO state.school (school_id, name) VALUES ($school_id, $name)
