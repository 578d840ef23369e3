-- What one import says of every pupil and category, for comparing a corrected sheet with the one before.
SELECT o.slice_no, CAST(coalesce(p.alias_of, p.pupil_id) AS VARCHAR) AS who, o.category || ' ' || o.unit AS what,
       sum(o.amount) AS amount
FROM facts.absence o JOIN state.pupil p USING (pupil_id)
WHERE o.import_id = $import_id
GROUP BY ALL
