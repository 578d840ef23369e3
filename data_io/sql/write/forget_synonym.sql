DELETE FROM state.synonym WHERE school_id = $school_id AND kind = $kind AND folded = $folded
