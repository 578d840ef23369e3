-- The classes of a school's talks, in order by name.
SELECT CAST(t.talk_id AS VARCHAR) AS talk_id, CAST(t.klasse_id AS VARCHAR) AS klasse_id
FROM state.talk_klasse t
JOIN state.talk own ON own.talk_id = t.talk_id
JOIN state.klasse k ON k.klasse_id = t.klasse_id
WHERE CAST(own.school_id AS VARCHAR) = $school_id
ORDER BY k.skoleaar, k.name COLLATE da
