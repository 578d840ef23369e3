DELETE FROM state.talk_klasse WHERE CAST(talk_id AS VARCHAR) = $talk_id
