-- Only of the classes named: what a person has in classes that are not shown is kept.
DELETE FROM state.staff_subject
WHERE CAST(staff_id AS VARCHAR) = $staff_id AND list_contains($klasse_ids, CAST(klasse_id AS VARCHAR))
