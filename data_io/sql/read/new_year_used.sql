-- The classes of a made school year that have been used since: something was read in or typed, a class list was
-- saved, somebody was enrolled, a talk was planned. Only a list or a sheet gives a pupil a place in the class.
WITH years AS (
    SELECT new_year_id FROM state.new_year WHERE school_id = $school_id AND skoleaar = $skoleaar
),
made AS (SELECT klasse_id FROM state.new_year_klasse JOIN years USING (new_year_id)),
moved AS (
    SELECT klasse_id, pupil_id FROM state.new_year_pupil JOIN years USING (new_year_id)
    WHERE how IN ('moved', 'new')
),
touched AS (SELECT klasse_id FROM made UNION SELECT klasse_id FROM moved),
used AS (
    SELECT s.klasse_id FROM state.slice s JOIN state.active_slice USING (slice_id)
    UNION ALL SELECT klasse_id FROM state.entry_draft
    UNION ALL SELECT klasse_id FROM state.entered_test
    UNION ALL SELECT klasse_id FROM state.talk_klasse
    UNION ALL SELECT klasse_id FROM state.staff_subject
    UNION ALL
    SELECT e.klasse_id FROM state.enrolment e JOIN moved USING (klasse_id, pupil_id)
    WHERE e.position IS NOT NULL
    UNION ALL
    SELECT e.klasse_id FROM state.enrolment e JOIN made USING (klasse_id)
    WHERE NOT EXISTS (
        FROM moved WHERE moved.klasse_id = e.klasse_id AND moved.pupil_id = e.pupil_id
    )
)
SELECT DISTINCT k.name, k.trin
FROM used JOIN touched USING (klasse_id) JOIN state.klasse k USING (klasse_id)
ORDER BY k.trin NULLS LAST, k.name COLLATE da
