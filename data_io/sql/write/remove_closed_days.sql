DELETE FROM state.closed_day WHERE CAST(school_id AS VARCHAR) = $school_id AND day BETWEEN $first AND $last
