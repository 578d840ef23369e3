"""The grid to type in: a table of fields that behaves as a spreadsheet does."""
