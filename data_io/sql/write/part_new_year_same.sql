UPDATE state.pupil SET alias_of = NULL
WHERE pupil_id IN (
    SELECT pupil_id FROM state.new_year_pupil
    WHERE CAST(new_year_id AS VARCHAR) = $new_year_id AND how = 'same'
)
