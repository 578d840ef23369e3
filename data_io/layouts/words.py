"""The words sheets are made of: what a heading, a label or a mark in a cell can mean."""

import re
import unicodedata

# A word broken over two lines in a narrow cell: "Under-\nsøg".
_BROKEN_WORD = re.compile(r"(?<=\w)-\s*\n\s*(?=[a-zæøå])")
_TOKEN = re.compile(r"[0-9]+(?:[.,][0-9]+)*|[^\W\d_]+|%", re.UNICODE)

TASK_WORDS = frozenset("opgave opgaver opg opgavenr opgavenummer spørgsmål spm delopgave item task".split())
FAGOMRAADE_WORDS = frozenset("fagområde fagområder fagomr område emne stofområde kompetenceområde".split())
SIGNALORD_WORDS = frozenset("signalord spørgeord".split())
MAX_WORDS = frozenset("maks max maksimum maxpoint makspoint maximum".split())
NAME_WORDS = frozenset("navn navne elev elever elevnavn elevens fulde name".split())
FIRST_NAME_WORDS = frozenset("fornavn fornavne".split())
LAST_NAME_WORDS = frozenset("efternavn efternavne etternavn".split())
UNILOGIN_WORDS = frozenset("unilogin uni login brugernavn bruger id".split())
KLASSE_WORDS = frozenset("klasse klassen stamklasse".split())
# The parts of a pupil's identity a heading can name; the first that fits a heading is meant.
IDENTITY_PARTS = (
    ("fornavn", FIRST_NAME_WORDS),
    ("efternavn", LAST_NAME_WORDS),
    ("unilogin", UNILOGIN_WORDS),
    ("klasse", KLASSE_WORDS),
    ("navn", NAME_WORDS),
)
_FILLER = frozenset("nr og på i for pr den dato prøve fagligt faglige hver mulige point points p".split())
# What a list says of its pupils beside their names.
_ABOUT_PUPILS = frozenset(
    "nr nummer elevnr elevnummer løbenr klassetrin alder køn født fødselsdag fødselsdato telefon mobil mail "
    "email adresse".split()
)
HEADING_WORDS = (
    TASK_WORDS
    | FAGOMRAADE_WORDS
    | SIGNALORD_WORDS
    | MAX_WORDS
    | NAME_WORDS
    | FIRST_NAME_WORDS
    | LAST_NAME_WORDS
    | UNILOGIN_WORDS
    | KLASSE_WORDS
    | _FILLER
    | _ABOUT_PUPILS
    | frozenset("termin fag skoleår lærer".split())
)

# A label made of these alone is a statistic, not a pupil, and such a column is no task.
STATISTIC_WORDS = frozenset(
    "alt ialt sum total totalt totaler gennemsnit gennemsnitlig gns snit middel middelværdi median "
    "procent pct pctpoint andel løsningsprocent løsningsfrekvens klassens klassen klasse hele årgang "
    "årgangen facit key drenge piger min minimum antal score resultat resultater samlet rang placering "
    "karakter karakterer kar standpunkt spredning standardafvigelse niveau bemærkning bemærkninger note "
    "noter kommentar kommentarer elever elev røde gule grønne orange besvarelser rigtige % skolens "
    "landsgennemsnit points point heraf mangler fravær".split()
) | (MAX_WORDS | frozenset("i af for pr og mulige opnået opnåede".split()))

# A label that begins with one of these is a statistic whatever follows ("Gns. 7.A", "Landsgennemsnit 2025").
_STRONG_STATISTIC = frozenset(
    "total totalt totaler ialt sum gennemsnit gennemsnitlig gns snit middelværdi median procent pct "
    "løsningsprocent løsningsfrekvens spredning standardafvigelse landsgennemsnit skolegennemsnit".split()
)

# Marks a teacher writes for "no result", and the code each is kept under.
MISSING_MARKS = {
    "-": "blank",
    "–": "blank",
    "—": "blank",
    "/": "blank",
    ".": "blank",
    "?": "blank",
    "f": "fravaer",
    "frav": "fravaer",
    "fravær": "fravaer",
    "fraværende": "fravaer",
    "fr": "fravaer",
    "syg": "syg",
    "s": "syg",
    "sygdom": "syg",
    "ill": "syg",
    "fritaget": "fritaget",
    "fri": "fritaget",
    "frit": "fritaget",
    "i.b.": "ikke_bedoemt",
    "i.b": "ikke_bedoemt",
    "ib": "ikke_bedoemt",
    "ikke vurderet": "ikke_bedoemt",
    "n/a": "ikke_bedoemt",
    "na": "ikke_bedoemt",
    "none": "ikke_bedoemt",
    "ny": "ny",
    "ny elev": "ny",
    "ej mødt": "fravaer",
    "ikke mødt": "fravaer",
    "abs": "fravaer",
    "flyttet": "flyttet",
    "stoppet": "flyttet",
}

# Words that say the same when more follows: "syg 14/1", "fraværende hele ugen".
MISSING_WORDS = {word: code for word, code in MISSING_MARKS.items() if len(word) > 4} | {"syg": "syg"}

SUBJECTS = {
    "dansk": "dansk",
    "dan": "dansk",
    "da": "dansk",
    "læsning": "dansk",
    "matematik": "matematik",
    "mat": "matematik",
    "ma": "matematik",
    "soc": "social",
    "social": "social",
    "sociale": "social",
    "socialt": "social",
    "trivsel": "social",
    "social trivsel": "social",
    "soc trivsel": "social",
    "engelsk": "engelsk",
    "eng": "engelsk",
    "tysk": "tysk",
    "fransk": "fransk",
    "natur/teknologi": "natur/teknologi",
    "n/t": "natur/teknologi",
    "fysik/kemi": "fysik/kemi",
    "biologi": "biologi",
    "geografi": "geografi",
    "historie": "historie",
    "samfundsfag": "samfundsfag",
}

_TASK_LIKE = re.compile(
    r"(?:opgave|opg|spørgsmål|spm)?\W*\d+(?:[.,]\d+)*\W?[a-zæøå]?\W*(?:[(/].*)?", re.IGNORECASE
)
_ROUND = re.compile(
    r"\b(?:(?P<no>[1-4])\s*\.?\s*termin|termin\s*(?P<no2>[1-4])|(?P<season>efterår|forår|vinter|sommer))\b",
    re.IGNORECASE,
)


def clean(text: object) -> str:
    """A cell's text on one line, a word broken by the cell's width made whole again."""
    joined = _BROKEN_WORD.sub("", unicodedata.normalize("NFC", str(text)))
    return re.sub(r"\s+", " ", joined).strip()


def fold(text: object) -> str:
    """A text for comparing: one line, small letters, no closing punctuation."""
    return clean(text).casefold().rstrip(" :.…!?*").strip()


def tokens(text: object) -> list[str]:
    """The words and numbers of a text, in small letters."""
    return _TOKEN.findall(clean(text).casefold())


def is_heading(text: object) -> bool:
    """True for a text made of heading words alone ("Opgave nr./uni-login"), which no pupil is called."""
    words = tokens(text)
    return bool(words) and all(word in HEADING_WORDS for word in words)


def is_statistic(text: object) -> bool:
    """True for a text that names a statistic ("I alt", "Klassens gennemsnit", "%", "Gns. 7.A")."""
    words = tokens(text)
    if not words:
        return False
    return words[0] in _STRONG_STATISTIC or all(word in STATISTIC_WORDS for word in words)


def is_about_pupils(text: object) -> bool:
    """True for a heading over what a list says of its pupils ("Nr.", "Klasse", "Uni-login"): no results."""
    words = set(tokens(text))
    about = _ABOUT_PUPILS | KLASSE_WORDS | UNILOGIN_WORDS | NAME_WORDS | FIRST_NAME_WORDS | LAST_NAME_WORDS
    return bool(words) and words <= about


def is_task_like(text: str) -> bool:
    """True for what can be a task's number ("1.1", "Opg. 3", "2b", "4 (3 p)")."""
    return bool(_TASK_LIKE.fullmatch(text))


def subject_of(text: object) -> str | None:
    """The subject a heading names by itself ("MAT" is matematik), otherwise None."""
    return SUBJECTS.get(fold(text))


def round_of(text: object) -> str | None:
    """The round a heading names ("1. Termin" -> "1. termin", "EFTERÅR 2025" -> "Efterår"), or None."""
    found = _ROUND.search(clean(text))
    if not found:
        return None
    number = found["no"] or found["no2"]
    return f"{number}. termin" if number else found["season"].capitalize()
