SELECT said FROM state.store_info WHERE name = $name
