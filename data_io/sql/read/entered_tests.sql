-- The tests that were made on the screen for a class, newest first.
SELECT CAST(e.test_id AS VARCHAR) AS test_id, t.title, t.subject, e.taken_on
FROM state.entered_test e JOIN state.test t USING (test_id)
WHERE CAST(e.klasse_id AS VARCHAR) = $klasse_id
ORDER BY e.taken_on DESC, e.made_at DESC
