UPDATE state.store_info SET said = CAST(CAST(said AS BIGINT) + 1 AS VARCHAR) WHERE name = 'revision'
