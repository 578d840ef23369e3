UPDATE state.pupil SET alias_of = $alias_of WHERE pupil_id = $pupil_id
