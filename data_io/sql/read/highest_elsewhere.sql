-- The highest points given at each task of a test, in other classes and in a class's other sittings.
SELECT o.task_no, max(o.value) AS highest, arg_max(k.name, o.value) AS klasse
FROM state.slice s
JOIN state.klasse k ON k.klasse_id = s.klasse_id
JOIN state.active_slice a USING (slice_id)
JOIN state.import_slice i ON i.import_id = a.import_id AND i.slice_id = s.slice_id
JOIN facts.observation o ON o.import_id = i.import_id AND o.slice_no = i.slice_no
WHERE CAST(s.test_id AS VARCHAR) = $test_id AND NOT (k.name = $klasse AND k.skoleaar = $skoleaar AND split_part(s.slice_key, '/', 4) = $sitting)
  AND o.value IS NOT NULL
  AND NOT EXISTS (
      SELECT 1 FROM facts.condition c
      WHERE c.import_id = o.import_id AND c.slice_no = o.slice_no AND c.pupil_id = o.pupil_id
        AND c.condition = 'anden_proeve'
  )
GROUP BY o.task_no
ORDER BY o.task_no
