-- Whom a pupil stands for, and how many others stand for them.
SELECT CAST(p.alias_of AS VARCHAR) AS alias_of,
       (SELECT count(*) FROM state.pupil q WHERE CAST(q.alias_of AS VARCHAR) = $pupil_id) AS aliases
FROM state.pupil p WHERE CAST(p.pupil_id AS VARCHAR) = $pupil_id
