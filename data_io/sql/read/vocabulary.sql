SELECT kind, term, folded FROM state.vocabulary WHERE school_id = $school_id ORDER BY kind, position
