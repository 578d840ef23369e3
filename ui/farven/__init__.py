"""Sådan er farven fundet: every method in a teacher's words, with the chosen class's own figures."""
