"""Fjordskolen: an invented school, as its teachers' own workbooks and what each must read as."""
