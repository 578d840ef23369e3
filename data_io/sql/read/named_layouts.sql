SELECT layout, name, guidance, saved_at, saved_by FROM state.named_layout
WHERE school_id = $school_id
ORDER BY name COLLATE da
