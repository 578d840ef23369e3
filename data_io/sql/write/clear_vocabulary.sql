DELETE FROM state.vocabulary WHERE school_id = $school_id AND kind = $kind
