SELECT CAST(i.slice_id AS VARCHAR) AS slice_id, i.slice_no,
       CAST(i.previous_import_id AS VARCHAR) AS previous_import_id,
       CAST(a.import_id AS VARCHAR) AS active_import_id, m.undone_at IS NOT NULL AS undone
FROM state.import_slice i
JOIN state.sheet_import m ON m.import_id = i.import_id
LEFT JOIN state.active_slice a USING (slice_id)
WHERE i.import_id = $import_id ORDER BY i.slice_no
