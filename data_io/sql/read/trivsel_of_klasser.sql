-- Every seen indicator of some classes, with those of the wholes that stood beside them.
SELECT CAST(k.klasse_id AS VARCHAR) AS klasse_id, k.name AS klasse, k.skoleaar, o.whose, o.indicator, o.amount,
       o.missing, o.sheet_row AS "row", o.sheet_column AS "column",
       CAST(m.import_id AS VARCHAR) AS import_id, m.file_name, m.sheet, m.imported_at, m.imported_by
FROM state.slice s
JOIN state.klasse k ON k.klasse_id = s.klasse_id
JOIN state.active_slice a USING (slice_id)
JOIN state.import_slice i ON i.import_id = a.import_id AND i.slice_id = s.slice_id
JOIN facts.trivsel o ON o.import_id = i.import_id AND o.slice_no = i.slice_no
JOIN state.sheet_import m ON m.import_id = i.import_id
WHERE s.slice_key LIKE 'trivsel/%' AND list_contains($klasse_ids, CAST(s.klasse_id AS VARCHAR))
ORDER BY k.skoleaar
