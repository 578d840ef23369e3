DELETE FROM state.enrolment
WHERE (klasse_id, pupil_id) IN (
    SELECT (p.klasse_id, p.pupil_id) FROM state.new_year_pupil p
    WHERE CAST(p.new_year_id AS VARCHAR) = $new_year_id AND p.how IN ('moved', 'new')
)
