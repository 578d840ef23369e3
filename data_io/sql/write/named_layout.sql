INSERT INTO state.named_layout (school_id, layout, name, guidance, saved_at, saved_by)
VALUES ($school_id, $layout, $name, $guidance, $saved_at, $saved_by)
ON CONFLICT (school_id, layout) DO UPDATE
SET name = excluded.name, guidance = excluded.guidance, saved_at = excluded.saved_at, saved_by = excluded.saved_by
