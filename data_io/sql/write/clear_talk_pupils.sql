DELETE FROM state.talk_pupil WHERE CAST(talk_id AS VARCHAR) = $talk_id
