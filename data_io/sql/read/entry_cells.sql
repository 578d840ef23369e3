-- What is seen of some slices, cell by cell, with who first wrote each; a slice that shows nothing is one row of nulls.
SELECT s.slice_key, CAST(s.slice_id AS VARCHAR) AS slice_id, CAST(a.import_id AS VARCHAR) AS import_id,
       i.slice_no, i.scale, i.taken_on, CAST(coalesce(p.alias_of, p.pupil_id) AS VARCHAR) AS pupil_id, o.task_no,
       o.value, o.missing, m.imported_at, m.imported_by, m.content_hash AS origin
FROM state.slice s
LEFT JOIN state.active_slice a USING (slice_id)
LEFT JOIN state.import_slice i ON i.import_id = a.import_id AND i.slice_id = s.slice_id
LEFT JOIN facts.observation o ON o.import_id = a.import_id AND o.slice_no = i.slice_no
LEFT JOIN state.pupil p ON p.pupil_id = o.pupil_id
LEFT JOIN state.sheet_import m ON m.import_id = coalesce(o.copied_from, a.import_id)
WHERE list_contains($slice_keys, s.slice_key)
ORDER BY o.value IS NOT NULL, o.sheet_row DESC
