DELETE FROM state.talk WHERE CAST(talk_id AS VARCHAR) = $talk_id
