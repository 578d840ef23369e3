SELECT CAST(round_id AS VARCHAR) AS round_id, name, position FROM state.round WHERE school_id = $school_id ORDER BY position
