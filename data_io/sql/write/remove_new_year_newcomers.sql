-- Only those who are in no class at all: one may have been put into another since.
DELETE FROM state.pupil
WHERE pupil_id IN (
    SELECT pupil_id FROM state.new_year_pupil WHERE CAST(new_year_id AS VARCHAR) = $new_year_id AND made
) AND NOT EXISTS (FROM state.enrolment e WHERE e.pupil_id = pupil.pupil_id)
