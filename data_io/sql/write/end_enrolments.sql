-- Pupils whom a new class list no longer names; what they earned in the class stays there.
UPDATE state.enrolment SET to_date = CAST(n.to_date AS DATE)
FROM new_rows n
WHERE enrolment.klasse_id = CAST(n.klasse_id AS UUID) AND enrolment.pupil_id = CAST(n.pupil_id AS UUID)
  AND enrolment.to_date IS NULL
