INSERT INTO state.talk_pupil (talk_id, pupil_id, mark, why, marked_at, marked_by)
VALUES ($talk_id, $pupil_id, $mark, $why, $marked_at, $marked_by)
ON CONFLICT (talk_id, pupil_id) DO UPDATE
SET mark = excluded.mark, why = excluded.why, marked_at = excluded.marked_at, marked_by = excluded.marked_by
