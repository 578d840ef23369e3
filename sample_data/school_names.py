"""Invented Danish names for Fjordskolen, and the Danish order they stand in."""

from sample_data.school_lots import Lots

FIRST_NAMES = tuple(
    """Agnes Albert Alberte Aksel Alfred Alma Amanda Anders Andrea Anna Anne-Mette Ann-Sofie Anton Arthur
    Asger Asta Astrid August Aya Bastian Benjamin Bertil Bertram Bjørk Bjørn Carl Carla Caroline Cecilie
    Celina Christian Clara Dagmar Daniel David Ditte Ebba Edith Elias Ella Ellen Elliot Elva Emil Emilie
    Emma Erik Ester Esther Eva Felix Filippa Freja Frederik Frida Gro Gry Gustav Hannah Hans Harald
    Hedvig Helena Hjalte Hugo Ibrahim Ida Inger Ingrid Iris Isabella Jakob Jens Johan Johanne Jonas
    Josefine Julie Karen Karl Karla Kasper Kirstine Konrad Lasse Laura Laust Lauge Lea Leonora Liam Liv
    Liva Lone Louis Luca Ludvig Luna Lærke Mads Magne Magnus Maja Malthe Marcus Maren Marie Marius
    Mathilde Matti Mikkel Mille Milo Mynte Naja Nanna Noah Noor Nora Oda Olga Oline Oliver Olivia Omar
    Oscar Otto Palle Peder Pelle Philip Rasmus Rosa Rune Saga Samira Sander Selma Signe Sigurd Silas
    Silje Simon Smilla Sofus Solveig Storm Svend Sylvester Sølve Theodor Thilde Thora Tilde Tobias
    Tristan Tue Ulrik Valdemar Vera Viggo Viktor Vilja Vilma Villads William Xenia Youssef Zofia Zoë
    Ælfrida Øjvind Øyvind Åse Aase""".split()
)
DOUBLE_NAMES = (
    "Anna Sofie",
    "Carl Emil",
    "Eva Marie",
    "Karl Johan",
    "Mads Peter",
    "Rosa Linnea",
    "Bo Hjalmar",
)
LAST_NAMES = tuple(
    """Aagesund Bavneå Birkedråbe Blåbjælke Bramsø Brakvang Brønd-Lund Bukkesten Bølgemark Dalrimme Digesø
    Dybvænge Egeskift Elverbæk Enghave-Møl Fjeldsø Fjordmark Flintevad Fyrreby Gedsmark Gråsten-Vig
    Gyvelsten Havgus Havrebo Hejrevang Hindbærskov Humlevad Hvidtorn-Bæk Hybenlund Højmose Iglsø Isvænge
    Jernvig Jættehøj Kastebjælke Klinteså Klitmose Klokkeholt Kornvig Kragesand Krogeng Kvistgårde
    Lavskov Lergrav-Ny Lyngaas Lærkesund Løvsanger Marehøj Mejselø Mergelå Mosebrand Muldvænge Månebjerg
    Møllerende Neglekær Nordvænge Næbvig Nøddebæk-Sø Odderskær Ottesø Overmark Pilhuus Porsager Purlund
    Rughave Ravnsbo Revlesand Rimmevad Rønneås Rørsangsø Sandåger Sivmose Skarvsø Skovhus Slåenvig
    Sneppemark Solgran Sortemuld Spættedal Stenurt Stjernevad Strandvæk Svanesø Syrenkær Søgræs Tangmose
    Ternebo Tidselby Tjørnevad Tranesten Tværmose Tørvesø Uldum Ulvsund Vadehav-Ry Vandkær Vejsande
    Vibeskov Vindblæs Violmark Ydervang Ybjerg Ympebæk Ægidius Ærtebo Æskelund Øksedal Ølandstrup
    Ørnbjerg Østerklit Ålestrøm Åmose Åkjær""".split()
)

_ALPHABET = "abcdefghijklmnopqrstuvwxyzæøå"
_LIKE = str.maketrans({"é": "e", "ë": "e", "ü": "y", "ö": "ø", "ä": "æ"})
_ASCII = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ë": "e", "é": "e", "-": "", " ": ""})


def danish_order(name: str) -> tuple[int, ...]:
    """The place of a name in Danish order: æ ø å last, aa as å, spaces and hyphens before letters."""
    plain = name.lower().translate(_LIKE).replace("aa", "å")
    return tuple(_ALPHABET.find(letter) for letter in plain)


def uni_login(first: str, taken: set[str], lots: Lots) -> str:
    """A login that nobody has yet: four letters of the first name and four digits ("alma0412")."""
    letters = (first.lower().translate(_ASCII) + "xxxx")[:4]
    while (login := f"{letters}{lots.below(10_000):04d}") in taken:
        continue
    taken.add(login)
    return login


def draw_name(taken: set[str], first_names: set[str], lots: Lots) -> tuple[str, str]:
    """A first and a last name: the whole name new to the school, the first name new to the class."""
    pool = (*FIRST_NAMES, *DOUBLE_NAMES)
    while True:
        first, last = lots.pick(pool), lots.pick(LAST_NAMES)
        if f"{first} {last}" not in taken and first.split()[0] not in first_names:
            taken.add(f"{first} {last}")
            first_names.add(first.split()[0])
            return first, last
