-- The subjects a school has tests in, in Danish order.
SELECT DISTINCT subject FROM state.test WHERE school_id = $school_id ORDER BY subject COLLATE da
