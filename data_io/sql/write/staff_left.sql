UPDATE state.staff SET left_on = $left_on WHERE CAST(staff_id AS VARCHAR) = $staff_id
