"""What is arranged by hand at Fjordskolen: 7.A as in the drawings, who moves, who shares a name."""

from datetime import date

Seat = tuple[int, str, int]
"""A pupil by cohort (the trin it is in, or would be in, in 2025/26), track and place."""

YEARS = (2023, 2024, 2025)
TODAY = date(2026, 4, 20)

# 7.A with its levels in 2025/26: dansk, matematik, social trivsel, each efterår and forår ("-" is missing).
SEVEN_A = (
    ("Ida", "Uldum", "55 32 42"),
    ("Johan", "Vestergård", "31 33 44"),
    ("Aksel", "Brønd-Lund", "32 22 -2"),
    ("Alma", "Fjeldsø", "32 22 44"),
    ("Laust", "Ybjerg", "21 22 11"),
    ("Maja", "Ægidius", "43 33 44"),
    ("Bertil", "Mosegaard", "22 22 44"),
    ("Ditte", "Overmark", "44 22 -2"),
    ("Esther", "Ravnsbo", "55 22 55"),
    ("Frida", "Skovhus", "55 33 33"),
    ("Karla", "Wegeners", "44 55 33"),
    ("Magne", "Ørnbjerg", "55 21 34"),
    ("Anton", "Kjærulf", "34 55 22"),
    ("Clara", "Nørrevang", "33 34 33"),
    ("Elias", "Pilegaard", "22 44 45"),
    ("Gustav", "Tangmose", "34 44 45"),
    ("Nora", "Åkjær", "34 45 33"),
)
NOAH = ("Noah", "Aagesen", "33 44 32")  # came from the B class
LEVELS_7A = {f"{first} {last}": levels.split() for first, last, levels in (*SEVEN_A, NOAH)}

NAMED: dict[Seat, tuple[str, str]] = {
    **{(7, "A", place): (first, last) for place, (first, last, _) in enumerate(SEVEN_A)},
    (7, "A", 17): ("Villads", "Enghave-Møl"),
    (7, "B", 2): NOAH[:2],
    # Two pupils with one name: in parallel classes, and in different years.
    (5, "A", 3): ("Emma", "Lyngaas"),
    (5, "B", 6): ("Emma", "Lyngaas"),
    (8, "B", 1): ("Oliver", "Tangmose"),
    (2, "A", 5): ("Oliver", "Tangmose"),
    # One first name several times in a class.
    (8, "A", 0): ("Freja", "Ravnsbo"),
    (8, "A", 1): ("Freja", "Skarvsø"),
    (5, "B", 1): ("William", "Ærtebo"),
    (5, "B", 2): ("William", "Åmose"),
    (5, "B", 3): ("William", "Aagesund"),
    (6, "B", 0): ("Ida", "Svanesø"),
    (6, "B", 1): ("Ida", "Ørnbjerg"),
    (6, "B", 2): ("Ida Marie", "Bølgemark"),
    # Names that programs stumble over.
    (4, "A", 0): ("Alexandrine Margrethe", "af Fjeldsø-Brøndegaard von Tangmose"),
    (8, "A", 7): ("Max", "Sivmose"),
    (9, "B", 3): ("Storm", "af Ybjerg"),
    (6, "A", 2): ("Bo", "von der Klitmose"),
    (3, "B", 5): ("Zoë", "O'Lyngaas"),
    (9, "A", 6): ("Åse", "Ægidius-Øksedal"),
    (5, "A", 8): ("Aage", "Aagesen"),
}

LEAVES: dict[Seat, date] = {
    (7, "A", 17): date(2024, 12, 2),
    (9, "A", 2): date(2024, 3, 4),
    (8, "B", 3): date(2025, 10, 20),
    (5, "A", 9): date(2025, 2, 3),
    (4, "B", 4): date(2024, 8, 1),
    (10, "B", 6): date(2024, 8, 1),
    (3, "A", 1): date(2025, 8, 1),
    (6, "B", 7): date(2026, 3, 2),
    (2, "B", 0): date(2024, 11, 4),
    (11, "A", 4): date(2024, 2, 5),
    (9, "B", 8): date(2024, 8, 1),
}
ARRIVES: dict[Seat, date] = {
    (7, "A", 11): date(2025, 1, 6),
    (9, "A", 4): date(2024, 1, 8),
    (8, "A", 9): date(2025, 8, 1),
    (8, "B", 10): date(2024, 10, 21),
    (7, "B", 5): date(2025, 11, 3),
    (6, "A", 6): date(2026, 2, 2),
    (5, "B", 11): date(2024, 8, 1),
    (4, "A", 3): date(2026, 3, 23),
    (3, "B", 2): date(2024, 2, 5),
    (2, "A", 7): date(2025, 8, 1),
    (1, "B", 4): date(2025, 1, 6),
    (0, "A", 3): date(2025, 12, 1),
    (10, "A", 2): date(2024, 8, 1),
}
SWITCHES: dict[Seat, date] = {
    (7, "B", 2): date(2024, 8, 1),
    (9, "B", 5): date(2024, 8, 1),
    (5, "A", 6): date(2026, 1, 5),
    (8, "A", 12): date(2024, 11, 4),
    (3, "B", 8): date(2025, 8, 1),
    (6, "B", 9): date(2025, 8, 1),
}
REPEATS: dict[Seat, date] = {
    (7, "B", 11): date(2024, 8, 1),
    (10, "A", 7): date(2025, 8, 1),
    (2, "B", 3): date(2024, 8, 1),
    (4, "A", 12): date(2025, 8, 1),
}

# How much weaker (in logits) a class is: in everything, or at a signalord in one school year.
WEAK_CLASSES = {(8, "B"): -0.9}
WEAK_WORDS = {(7, "A", 2025, "Undersøg"): -1.7}

# Sheets with a pupil of zeros only, by school year, test and track: what the teacher answers when asked.
ZERO_ROWS = {
    (2025, "mat8-jan", "B"): "absent",
    (2024, "mat9-okt", "A"): "answers",
    (2025, "dan7-nov", "B"): "absent",
}
# Sheets where pupils stand by a name that the class list does not have.
NICKNAMES = {
    (2025, "mat8-okt", "A"): {"Freja Ravnsbo": "Freja R.", "Freja Skarvsø": "Freja"},
    (2025, "mat4-mar", "A"): {"Alexandrine Margrethe af Fjeldsø-Brøndegaard von Tangmose": "Alex"},
}
ILL = {(2025, "mat7-jan", "Esther Ravnsbo")}
