DELETE FROM state.new_year_klasse WHERE CAST(new_year_id AS VARCHAR) = $new_year_id
