DELETE FROM state.entry_draft
WHERE EXISTS (
    SELECT 1 FROM new_rows n
    WHERE n.person = entry_draft.person AND n.klasse_id = CAST(entry_draft.klasse_id AS VARCHAR)
      AND n.what = entry_draft.what AND n.pupil_id = CAST(entry_draft.pupil_id AS VARCHAR)
      AND n.cell = entry_draft.cell
)
