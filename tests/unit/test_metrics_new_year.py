"""What each class becomes, and where every pupil is: from the classes, the pupils and what somebody said."""

from metrics.new_year import Edits, NewYear, YearEnd, YearKlasse, YearPupil, foreseen, new_year

TRINS = frozenset(range(10))


def pupil(name: str, *, listed: bool = True, pupil_id: str | None = None) -> YearPupil:
    return YearPupil(pupil_id or name, name, name.casefold(), listed, listed)


def klasse(name: str, *pupils: str) -> YearKlasse:
    trin, _point, track = name.partition(".")
    known = int(trin) if track else None
    return YearKlasse(name, name, name, known, track, tuple(pupil(p) for p in pupils))


def end_of(*klasser: YearKlasse, then: tuple[YearKlasse, ...] = ()) -> YearEnd:
    return YearEnd(klasser, then, TRINS, TRINS)


def where(year: NewYear) -> dict[str, list[str]]:
    return {k.name: [m.pupil.name for m in k.moves] for k in year.klasser}


def test_a_class_becomes_the_one_above_with_its_letter() -> None:
    end = end_of()

    assert foreseen(klasse("0.A"), end) == ("1.A",)
    assert foreseen(klasse("7.x"), end) == ("8.x",)
    assert foreseen(klasse("9.B"), end) == ()
    assert foreseen(klasse("Modtageklassen"), end) == ("Modtageklassen",)


def test_the_ninth_goes_on_where_the_school_has_a_tenth() -> None:
    with_tenth = YearEnd((), (), TRINS, TRINS | {10})

    assert foreseen(klasse("9.A"), with_tenth) == ("10.A",)
    assert foreseen(klasse("10.A"), with_tenth) == ()


def test_a_school_that_ends_after_the_sixth_lets_the_sixth_leave() -> None:
    small = frozenset(range(7))

    assert foreseen(klasse("6.A"), YearEnd((), (), small, small)) == ()


def test_a_school_that_is_new_here_lets_its_highest_class_rise() -> None:
    only_now = YearEnd((), (), frozenset(), frozenset({7}))

    assert foreseen(klasse("7.A"), only_now) == ("8.A",)


def test_everybody_follows_their_class() -> None:
    year = new_year(end_of(klasse("7.A", "Ida", "Bo"), klasse("9.A", "Liv")))

    assert where(year) == {"8.A": ["Ida", "Bo"]}
    assert [m.pupil.name for m in year.leaving] == ["Liv"]
    assert year.unplaced == ()


def test_a_pupil_of_two_classes_that_part_is_asked_about() -> None:
    year = new_year(end_of(klasse("7.A", "Ida", "Bo"), klasse("7.B", "Ida")))

    assert where(year) == {"8.A": ["Bo"]}
    assert [(p.name, names) for p, names in year.doubled] == [("Ida", ("7.A", "7.B"))]
    assert len(year.unplaced) == 1


def test_a_pupil_of_two_classes_that_merge_is_in_the_new_one_once() -> None:
    edits = Edits(becomes={"7.B": ("8.A",)})

    year = new_year(end_of(klasse("7.A", "Ida", "Bo"), klasse("7.B", "Ida")), edits)

    assert where(year) == {"8.A": ["Ida", "Bo"]}


def test_a_repeater_is_counted_apart() -> None:
    year = new_year(end_of(klasse("6.A", "Bo"), klasse("7.A", "Ida")), Edits(placed={"Ida": "7.A"}))

    (seventh,) = year.klasser
    assert seventh.origins == {"6.A": 1}
    assert [m.pupil.name for m in seventh.moves if m.repeats] == ["Ida"]


def test_whoever_is_in_a_class_of_the_new_year_stays_there() -> None:
    year = new_year(end_of(klasse("7.A", "Ida"), then=(klasse("8.B", "Ida"),)))

    assert where(year) == {"8.B": []}
    assert not year.changes


def test_a_pupil_in_two_classes_of_the_new_year_is_told_of() -> None:
    year = new_year(end_of(klasse("7.A", "Ida"), then=(klasse("8.A", "Ida"), klasse("8.B", "Ida"))))

    assert [(p.name, names) for p, names in year.twice] == [("Ida", ("8.A", "8.B"))]


def test_two_with_one_name_are_not_taken_for_the_one_on_the_list() -> None:
    twins = YearKlasse("7.A", "7.A", "7.A", 7, "A", (pupil("Ida", pupil_id="a"), pupil("Ida", pupil_id="b")))
    listed = YearKlasse("8.A", "8.A", "8.A", 8, "A", (pupil("Ida", pupil_id="c"),))

    year = new_year(end_of(twins, then=(listed,)))

    assert year.same == ()
    assert len(year.unplaced) == 2


def test_the_tenth_stands_after_the_second() -> None:
    edits = Edits(becomes={"9.A": ("10.A",)})

    year = new_year(end_of(klasse("9.A", "Liv"), klasse("1.A", "Bo")), edits)

    assert [k.name for k in year.klasser] == ["2.A", "10.A"]
