SELECT CAST(school_id AS VARCHAR) AS school_id, name FROM state.school ORDER BY name COLLATE da
