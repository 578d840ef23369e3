DELETE FROM state.new_year WHERE CAST(new_year_id AS VARCHAR) = $new_year_id
