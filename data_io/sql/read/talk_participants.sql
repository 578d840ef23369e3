-- Who takes part in a school's talks, in Danish order by name.
SELECT CAST(t.talk_id AS VARCHAR) AS talk_id, CAST(t.staff_id AS VARCHAR) AS staff_id
FROM state.talk_participant t JOIN state.staff s ON s.staff_id = t.staff_id
WHERE CAST(s.school_id AS VARCHAR) = $school_id
ORDER BY s.name COLLATE da
