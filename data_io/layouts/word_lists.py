"""The words sheets are made of, by what they mean; Danish first, then its neighbours' and English."""

TASK_WORDS = frozenset(
    "opgave opgaver opg opgavenr opgavenummer spørgsmål spm delopgave delspørgsmål item task oppgave "
    "oppgaver oppg uppgift uppgifter uppg aufgabe aufgaben question questions problem exercise fråga "
    "tehtävä".split()
)
FAGOMRAADE_WORDS = frozenset(
    "fagområde fagområder fagomr område emne stofområde kompetenceområde emneområde topic strand domain "
    "innhold".split()
)
SIGNALORD_WORDS = frozenset("signalord spørgeord".split())
MAX_WORDS = frozenset("maks max maksimum maxpoint makspoint maximum maxpoäng makspoeng maxmarks".split())
NAME_WORDS = frozenset(
    "navn navne elev elever elevnavn elevens fulde name names student students pupil pupils learner "
    "namn elevnamn schüler nimi oppilas".split()
)
FIRST_NAME_WORDS = frozenset("fornavn fornavne firstname förnamn vorname forename given etunimi".split())
LAST_NAME_WORDS = frozenset(
    "efternavn efternavne etternavn lastname surname efternamn nachname family sukunimi".split()
)
UNILOGIN_WORDS = frozenset(
    "unilogin uni login brugernavn bruger id elevid studentid username roll identifier".split()
)
KLASSE_WORDS = frozenset("klasse klassen stamklasse klass class section homeroom luokka".split())
KEY_WORDS = frozenset(
    "facit facitliste key nøgle svarnøgle rettenøgle svar rigtigt rigtige korrekt korrekte answer "
    "answers correct løsning løsninger fasit answerkey".split()
)
FILLER = frozenset(
    "nr og på i for af pr den dato prøve fagligt faglige hver mulige point points p of and the first "
    "last full".split()
)
# What a list says of its pupils beside their names.
ABOUT_PUPILS = frozenset(
    "nr nummer elevnr elevnummer løbenr klassetrin alder køn født fødselsdag fødselsdato telefon mobil "
    "mail email adresse no number kön kjønn gender sex age grade year trinn årskurs epost mailadresse "
    "address telefonnummer tlf phone mobile mobilnr status access availability dob birth date "
    "geburtsdatum personnummer fødselsnummer teacher kontaktlærer school skole sis started completed "
    "postnr by".split()
)
# Rows above the tasks that say other things of them; they are passed over.
BESIDE_WORDS = frozenset(
    "side sider sværhedsgrad sværhed type opgavetype svartype format kilde bog kapitel niveau mål "
    "læringsmål fokus kompetence kompetencer hjælpemidler hjælpemiddel tid minutter kategori taksonomi "
    "bloom afsnit kode version uge dato lærer rettet rettes bemærkninger note vægt delprøve læremiddel "
    "færdighed".split()
)
HEADING_WORDS = (
    TASK_WORDS
    | KEY_WORDS
    | BESIDE_WORDS
    | FAGOMRAADE_WORDS
    | SIGNALORD_WORDS
    | MAX_WORDS
    | NAME_WORDS
    | FIRST_NAME_WORDS
    | LAST_NAME_WORDS
    | UNILOGIN_WORDS
    | KLASSE_WORDS
    | FILLER
    | ABOUT_PUPILS
    | frozenset("termin fag skoleår lærer".split())
)
# A label made of these alone is a statistic, not a pupil, and such a column is no task.
STATISTIC_WORDS = frozenset(
    "alt ialt sum delsum mellemsum subtotal kopi total totalt totaler gennemsnit gennemsnitlig gns snit "
    "middel middelværdi median procent pct pctpoint andel løsningsprocent løsningsfrekvens klassens "
    "klassen klasse hele årgang årgangen facit key drenge piger min minimum antal score resultat "
    "resultater samlet rang placering karakter karakterer kar standpunkt spredning standardafvigelse "
    "niveau bemærkning bemærkninger note noter kommentar kommentarer elever elev røde gule grønne "
    "orange besvarelser rigtige % skolens landsgennemsnit points point heraf mangler fravær average avg "
    "mean std stdev sd rank grade grades percent percentage wtd weighted overall poeng poäng summe "
    "summa durchschnitt gjennomsnitt medel medelvärde betyg prosent antall indeks obs bekymringsgrense "
    "grense decile quartile count current kommunen kommune landet landsresultat skolen sidste år bedste "
    "dårligste ringeste varians fraktil kvartil højeste laveste højest lavest boys girls male female "
    "deviation variance best worst highest lowest gutter jenter pojkar flickor løsningspct med fuld "
    "fulde under over uden weight".split()
) | (MAX_WORDS | frozenset("i af for pr og mulige opnået opnåede of".split()))
# A label that begins with one of these is a statistic whatever follows ("Gns. 7.A").
STRONG_STATISTIC = frozenset(
    "total totalt totaler ialt sum delsum mellemsum subtotal kopi gennemsnit gennemsnitlig gns snit "
    "middelværdi median procent pct løsningsprocent løsningsfrekvens spredning standardafvigelse "
    "landsgennemsnit skolegennemsnit average avg mean stdev gjennomsnitt medelvärde durchschnitt "
    "bekymringsgrense overall weighted løsningspct std varians variance kvartil fraktil antal count".split()
)
# A label that ends with one of these sums up what stands before it ("Algebra i alt", "Delprøve 1 sum").
LAST_WORDS = frozenset("ialt sum delsum total totalt gennemsnit snit average".split())

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
