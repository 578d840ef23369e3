-- The days a school is closed by its own calendar, the first one first.
SELECT day, why FROM state.closed_day WHERE CAST(school_id AS VARCHAR) = $school_id ORDER BY day
