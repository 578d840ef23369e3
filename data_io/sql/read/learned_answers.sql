-- What holds for a layout: the school's own answers (layout '') and those given for it.
SELECT l.layout, l.question, l.answer
FROM state.learned_answer l
LEFT JOIN state.sheet_import m USING (import_id)
WHERE l.school_id = $school_id AND l.layout IN ('', $layout) AND m.undone_at IS NULL
ORDER BY l.layout, l.question
