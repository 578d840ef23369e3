INSERT INTO state.fagligt_loeft (klasse_id, subject, area_kind, area, made_at, made_by)
VALUES ($klasse_id, $subject, $area_kind, $area, $made_at, $made_by)
