DELETE FROM state.pupil_key
WHERE pupil_id IN (
    SELECT p.pupil_id FROM state.new_year_pupil p
    WHERE CAST(p.new_year_id AS VARCHAR) = $new_year_id AND p.made
      AND NOT EXISTS (FROM state.enrolment e WHERE e.pupil_id = p.pupil_id)
)
