DELETE FROM state.talk_participant WHERE CAST(talk_id AS VARCHAR) = $talk_id
