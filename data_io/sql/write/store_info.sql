INSERT INTO state.store_info (name, said) VALUES ($name, $said)
ON CONFLICT (name) DO UPDATE SET said = excluded.said
