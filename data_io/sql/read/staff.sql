-- The people of a school in Danish order by name, also those who left.
SELECT CAST(staff_id AS VARCHAR) AS staff_id, name, left_on
FROM state.staff WHERE CAST(school_id AS VARCHAR) = $school_id ORDER BY name COLLATE da, staff_id
