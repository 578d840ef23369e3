INSERT INTO state.staff (staff_id, school_id, name) VALUES ($staff_id, $school_id, $name)
