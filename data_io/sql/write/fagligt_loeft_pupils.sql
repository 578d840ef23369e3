INSERT INTO state.fagligt_loeft_pupil
    (klasse_id, pupil_id, chosen, nominated, suggested, near, points, max_points, tasks, expected, score)
SELECT CAST(klasse_id AS UUID), CAST(pupil_id AS UUID), chosen, nominated, suggested, near,
       CAST(points AS DOUBLE), CAST(max_points AS DOUBLE), CAST(tasks AS INTEGER), CAST(expected AS DOUBLE),
       CAST(score AS DOUBLE)
FROM new_rows
