"""How Fjordskolen's teachers lay out their test sheets: each has a habit, and keeps to it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class TestStyle:
    """One teacher's habit.

    `titles` are rows above the table ("" is an empty row, "Dato:" has the date in the next cell).
    `heads` says how a fagområde stands over its tasks: merged, repeated, once, or none (task labels alone).
    `maximum` is a row with that label, "heading" for "1.1 (3)", or "" where none is printed.
    """

    file: str
    sheet: str
    titles: tuple[str, ...] = ()
    indent: int = 0
    heads: str = "merged"
    merge_words: bool = False
    words: tuple[str, str, str] = ("Fagligt område", "Signalord", "Opgave nr.")
    broken_words: bool = False
    maximum: str = ""
    number_labels: bool = False
    nr: str = ""
    lines: int = 0
    totals: tuple[str, ...] = ()
    footers: tuple[str, ...] = ()
    ill: str = ""
    ill_everywhere: bool = False
    notes: bool = False


STYLES = (
    TestStyle("{klasse} {mat} {mdr}", "{fag}", broken_words=True, ill="syg"),
    TestStyle(
        "{MAT} {måned} {klasse_kort}",
        "Ark1",
        titles=("{title}", "{klasse} · prøve {day}", ""),
        maximum="Maks",
        totals=("I alt",),
        ill="-",
        ill_everywhere=True,
    ),
    TestStyle(
        "{klasse} {mat} {mdr}",
        "Resultater",
        titles=("{title}", "{klasse} · prøve {day}"),
        maximum="Maks. point",
        totals=("I alt", "Procent"),
        footers=("Gennemsnit", "Klassens procent"),
        ill="syg",
        notes=True,
    ),
    TestStyle(
        "{fag} {klasse_punktum} {måned}",
        "{klasse}",
        titles=("{klasse} {title}", ""),
        indent=1,
        heads="repeated",
        words=("Område", "Signalord", "Opgave"),
        maximum="heading",
        ill="f",
    ),
    TestStyle(
        "{mat}_{klasse_lille}_{mdr}",
        "Ark1",
        heads="once",
        words=("Fagområde", "Signalord", "Opg. nr."),
        number_labels=True,
        nr="Nr.",
        lines=28,
        footers=("Gennemsnit",),
    ),
    TestStyle(
        "Prøve {mat} {måned} {klasse}",
        "{klasse}",
        titles=("Prøve {day}",),
        heads="once",
        indent=1,
        maximum="Max",
        totals=("I alt",),
        ill="syg",
        ill_everywhere=True,
        notes=True,
    ),
    TestStyle(
        "{klasse} {mat} {mdr}",
        "Ark1",
        titles=("{title} - {klasse}", "Dato:", ""),
        merge_words=True,
        words=("Fagområde", "Signalord", "Opgave"),
        totals=("I alt", "%"),
        nr="nr",
        lines=30,
        ill="fravær",
    ),
    TestStyle(
        "{MAT} {klasse_kort} {måned} {år}",
        "Data",
        heads="repeated",
        broken_words=True,
        maximum="Maks",
        footers=("Gennemsnit",),
        ill="-",
    ),
    TestStyle(
        "{fag} {måned} {klasse}",
        "{klasse}",
        titles=("{title}", "", ""),
        number_labels=True,
        maximum="Maks. point",
        totals=("Point i alt", "Procent"),
        ill="",
    ),
    TestStyle(
        "{klasse_kort} {mat} {mdr} {år}",
        "Point",
        titles=("Fjordskolen · {klasse} · {title} · {day}", ""),
        heads="once",
        words=("Fagområde", "Signalord", "Opgave"),
        maximum="heading",
        footers=("Gennemsnit", "Klassens procent"),
        ill="syg",
    ),
)
JOINT_FILE = "{trin}. årgang {MAT} {måned} {år}"
LABELS_ONLY = TestStyle(
    "{klasse_kort} {mat} {mdr} point", "Ark1", heads="none", words=("", "", ""), maximum="Maks", ill="syg"
)
EXPORTED = TestStyle(
    "{mat}-{mdr}-{klasse_lille}",
    "",
    titles=("{title};{klasse};{day}",),
    heads="repeated",
    words=("Fagområde", "Signalord", "Opgave"),
    totals=("I alt", "Procent"),
    ill="-",
    ill_everywhere=True,
)
OLD_EXCEL = TestStyle(
    "{klasse} {mat} {mdr}",
    "{fag}",
    titles=("{title}", "{klasse} · prøve {day}", ""),
    maximum="Maks",
    totals=("I alt",),
    ill="syg",
)
LIBRE_OFFICE = TestStyle(
    "{klasse} {fag} {måned}",
    "Ark1",
    titles=("{title}", "{klasse} · prøve {day}"),
    heads="repeated",
    maximum="Maks. point",
    footers=("Gennemsnit",),
    ill="f",
)

# Sheets that are no .xlsx: by school year, test and track the file's ending and the habit it comes with.
OTHER_FILES = {
    (2023, "mat7-jan", "B"): (".csv", EXPORTED),
    (2023, "mat8-okt", "A"): (".xls", OLD_EXCEL),
    (2023, "mat4-mar", "B"): (".csv", STYLES[9]),
    (2024, "mat5-mar", "A"): (".csv", STYLES[1]),
    (2024, "mat9-feb", "B"): (".csv", EXPORTED),
    (2024, "dan8-nov", "A"): (".csv", EXPORTED),
    (2025, "mat8-jan", "A"): (".csv", STYLES[3]),
    (2025, "mat9-feb", "B"): (".csv", STYLES[7]),
    (2025, "mat4-mar", "B"): (".ods", LIBRE_OFFICE),
    (2024, "mat8-jan", "B"): (".xlsx", LABELS_ONLY),
    (2025, "mat9-okt", "B"): (".csv", LABELS_ONLY),
}
# Year-groups whose teachers keep one workbook with a sheet a class, by school year and test.
JOINT = {
    (2023, "mat6-feb"),
    (2023, "mat7-okt"),
    (2023, "mat9-okt"),
    (2023, "dan8-nov"),
    (2023, "dan9-nov"),
    (2024, "mat4-mar"),
    (2024, "mat7-jan"),
    (2024, "mat8-okt"),
    (2024, "dan7-nov"),
    (2025, "mat5-mar"),
    (2025, "mat6-ny"),
    (2025, "mat7-okt"),
    (2025, "dan9-nov"),
}


def ident_of(subject: str, cohort: int, track: str) -> str:
    """What pupils are called on a class's test sheets: login, name, first, split (two columns) or both."""
    if subject == "dansk":
        return {(9, "A"): "split", (9, "B"): "both", (7, "B"): "first"}.get((cohort, track), "name")
    if (cohort + (track == "B")) % 2:
        return "login"
    return "first" if cohort % 4 == 0 else "name"


def style_of(subject: str, cohort: int, track: str) -> TestStyle:
    """The habit of the teacher who follows a class in a subject."""
    if (subject, cohort, track) == ("matematik", 7, "A"):
        return STYLES[2]
    return STYLES[(cohort * 3 + (track == "B") * 5 + (subject == "dansk") * 4) % len(STYLES)]
