UPDATE state.pupil SET confirmed = true, name = $name WHERE pupil_id = $pupil_id
