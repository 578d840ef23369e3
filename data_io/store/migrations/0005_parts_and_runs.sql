-- The table of a sheet an import is of; '' where the sheet is one table.
ALTER TABLE state.sheet_import ADD COLUMN part VARCHAR DEFAULT '';
UPDATE state.sheet_import SET part = '' WHERE part IS NULL;
ALTER TABLE state.sheet_import ALTER COLUMN part SET NOT NULL;

-- Files that were read in a run with nothing left open, by their bytes; the next run passes them over.
-- said: what the run was told besides the file (class, day, answers), since another word is another reading.
CREATE TABLE state.read_file (
    school_id UUID NOT NULL,
    file_hash VARCHAR NOT NULL,
    said VARCHAR NOT NULL,
    read_at TIMESTAMP NOT NULL,
    PRIMARY KEY (school_id, file_hash)
);
