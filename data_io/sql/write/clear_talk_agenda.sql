DELETE FROM state.talk_agenda WHERE CAST(talk_id AS VARCHAR) = $talk_id
