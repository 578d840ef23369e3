"""What a list's headings say of its pupils, in the languages school systems export: name, login, class."""

from functools import lru_cache
from typing import Final, Literal

from data_io.layouts.words import MOST_REMEMBERED, clean, tokens
from data_io.workbook.cells import Value

Part = Literal[
    "fornavn",
    "mellemnavn",
    "efternavn",
    "navn",
    "unilogin",
    "klasse",
    "trin",
    "spor",
    "hold",
    "number",
    "other",
]

_FIRST = frozenset("fornavn fornavne förnamn forename given kaldenavn vorname rufname etunimi".split())
_MIDDLE = frozenset("mellemnavn mellomnavn mellannamn middle".split())
_LAST = frozenset(
    "efternavn efternavne etternavn efternamn surname family slægtsnavn nachname sukunimi".split()
)
_NAME = frozenset("navn elevnavn namn name fullname elev elever elevens pupil student".split())
_LOGIN = frozenset("unilogin uni login brugernavn brugerid bruger id username elevid studentid".split())
_LOGIN |= frozenset("användarnamn feide feidenavn feidebruker studentnummer".split())
_KLASSE = frozenset("klasse klassen stamklasse klassebetegnelse klassenavn klass hovedgruppe class".split())
_KLASSE |= frozenset("homeroom form basisgruppe kontaktgruppe".split())
_TRIN = frozenset("trin klassetrin årgang trinn årskurs grade year".split())
_SPOR = frozenset("spor".split())
_HOLD = frozenset(
    "hold holdnavn gruppe grupper grupp groups group team faghold valgfag fritidshjem sfo".split()
)
_NUMBER = frozenset("nr nummer elevnr elevnummer løbenr no number nummer.".split())
# Whoever or whatever else a list tells of; a name under such a heading is not the pupil's.
_OTHERS = frozenset(
    "mor mors mødre far fars forælder forælders forældre forældremyndighed forelder foresatt foresatte "
    "foreldre förälder vårdnadshavare parent parents guardian mother father værge kontakt kontaktperson "
    "kontaktpersoner contact pårørende søskende telefon tlf telefonnummer telefonnr mobil mobilnr phone "
    "mobile mail email epost adresse address postnr postnummer by city vej fødselsdag fødselsdato født "
    "fødselsnummer personnummer birthdate birth alder age køn kjønn kön gender sex cpr cprnr nationalitet "
    "modersmål sprog geburtsdatum skole school lærer klasselærer kontaktlærer teacher indmeldt "
    "indmeldelsesdato udmeldt startdato slutdato status bemærkning bemærkninger note noter allergi foto "
    "billede".split()
)
_STAFF: Final = frozenset("initialer stilling ansat ansættelse medarbejder medarbejdere titel".split())
_COUNTED = frozenset({"1", "2", "3"})
_SMALL = frozenset("e s nr den elevens elev student pupil 1 2 3 first last full og and or".split())


@lru_cache(MOST_REMEMBERED, typed=True)
def part_of(value: Value) -> Part | None:
    """The part of a pupil's identity a heading names; "other" for what is told besides; None if neither."""
    if not isinstance(value, str) or len(clean(value)) > 60:
        return None
    words = set(tokens(value))
    if words & _OTHERS or {"e", "post"} <= words:
        return "other"
    if (words & _FIRST and words & _LAST) or {"first", "last"} <= words:
        return "navn"
    for part, said in _PARTS:
        beside = _HOLD if part == "klasse" else frozenset()
        if words & said and words <= said | beside | _SMALL | _NAME:
            return part
    return _short_english(words)


_PARTS: Final[tuple[tuple[Part, frozenset[str]], ...]] = (
    ("fornavn", _FIRST),
    ("mellemnavn", _MIDDLE),
    ("efternavn", _LAST),
    ("unilogin", _LOGIN),
    ("klasse", _KLASSE),
    ("trin", _TRIN),
    ("spor", _SPOR),
    ("hold", _HOLD),
    ("number", _NUMBER),
)


def _short_english(words: set[str]) -> Part | None:
    if words and words <= _NAME | _SMALL | frozenset({"fulde", "hele"}):
        if "first" in words:
            return "fornavn"
        if "last" in words:
            return "efternavn"
        # "Elev 2" is a pupil without a name.
        if words & _NAME and not words & _COUNTED:
            return "navn"
    return None


def is_about_staff(value: Value) -> bool:
    """True for a heading that only a list of staff has."""
    return isinstance(value, str) and bool(set(tokens(value)) & _STAFF)
