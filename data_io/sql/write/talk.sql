-- A talk, or what is said of it anew; who made it first, and when, is kept.
INSERT INTO state.talk (talk_id, school_id, round_id, day, starts_at, minutes, theme, created_at, created_by)
VALUES ($talk_id, $school_id, $round_id, $day, $starts_at, $minutes, $theme, $created_at, $created_by)
ON CONFLICT (talk_id) DO UPDATE
SET round_id = excluded.round_id, day = excluded.day, starts_at = excluded.starts_at,
    minutes = excluded.minutes, theme = excluded.theme
