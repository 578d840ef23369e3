DELETE FROM state.active_slice WHERE slice_id = $slice_id AND import_id = $import_id
