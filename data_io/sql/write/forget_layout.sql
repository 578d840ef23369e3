DELETE FROM state.named_layout WHERE school_id = $school_id AND layout = $layout
