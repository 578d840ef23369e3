-- The lines of the agendas of a school's talks.
SELECT CAST(t.talk_id AS VARCHAR) AS talk_id, t.said
FROM state.talk_agenda t JOIN state.talk own ON own.talk_id = t.talk_id
WHERE CAST(own.school_id AS VARCHAR) = $school_id
ORDER BY t.line_no
