"""Many files on the screen Indlæs: a line a file, what needs nothing read in at once, the rest kept."""

import zipfile
from pathlib import Path

from streamlit.testing.v1 import AppTest

from tests.app.school import TASKS, School
from tests.app.screen import INDLAES, open_screen, press, settled
from tests.data_io.result_sheets import Rows, xlsx_of

SURE: list[list[object]] = [["Ida Uldum", 2, 2, 2, 4], ["Noah Aagesen", 1, 2, 0, 3]]


def upload(*files: Path) -> AppTest:
    screen = open_screen(INDLAES)
    screen.file_uploader[0].set_value([(f.name, f.read_bytes(), "") for f in files])
    return settled(screen.run())


def fill(folder: Path, count: int, pupils: Rows = SURE) -> list[Path]:
    return [
        xlsx_of(folder / f"7.A {n}.xlsx", [[f"MAT {n}, {n + 1:02}-10-2025"], [], *TASKS, *pupils])
        for n in range(count)
    ]


def lines(screen: AppTest) -> dict[str, tuple[str, str, str]]:
    table = screen.dataframe[0].value
    return {row[0]: tuple(row[1:]) for row in table.itertuples(index=False, name=None)}


def statuses(screen: AppTest) -> dict[str, str]:
    return {name: said[0] for name, said in lines(screen).items()}


def test_sheets_that_need_nothing_are_read_in_at_once_and_the_others_stay(school: School) -> None:
    files = fill(school.folder, 4)
    files.append(
        xlsx_of(
            school.folder / "7.A nul.xlsx",
            [["MAT 9, 20-10-2025"], [], *TASKS, *SURE, ["Sofie Bang", 0, 0, 0, 0]],
        )
    )
    (school.folder / "brev.csv").write_bytes(b"%PDF-1.7")
    screen = upload(*files, school.folder / "brev.csv")
    assert statuses(screen) == {
        **{f"7.A {n}.xlsx": "Klar" for n in range(4)},
        "7.A nul.xlsx": "Spørger",
        "brev.csv": "Afvist",
    }
    assert "Sofie Bang har 4 nuller" in lines(screen)["7.A nul.xlsx"][2]
    assert not school.store.rows("imported_files", school_id=school.school_id)

    screen = press(screen, "Læs 4 ark ind, der ikke mangler noget")

    assert statuses(screen)["7.A 0.xlsx"] == "Læst ind"
    assert lines(screen)["7.A 0.xlsx"][1] == "Ark1: 8 resultater læst ind, 2 nye elever."
    assert statuses(screen)["7.A nul.xlsx"] == "Spørger"
    assert len(school.store.rows("imported_files", school_id=school.school_id)) == 4
    assert [b.label for b in screen.main.button] == []


def test_a_file_that_asks_is_folded_until_it_is_opened_and_read_in_alone(school: School) -> None:
    files = fill(school.folder, 4, [*SURE, ["Sofie Bang", 0, 0, 0, 0]])
    screen = upload(*files)
    assert set(statuses(screen).values()) == {"Spørger"}
    assert not screen.radio

    key = next(k for k in screen.session_state["uploads"])
    screen.session_state[f"fold-{key}"] = True
    screen = settled(screen.run())

    assert len(screen.radio) == 1
    assert screen.radio[0].label.startswith("B9: Sofie Bang har 4 nuller") or "Sofie" in screen.radio[0].label
    screen.radio[0].set_value(screen.radio[0].options[0]).run()
    screen = press(settled(screen), "Læs filen ind")
    assert sorted(statuses(screen).values()) == ["Læst ind", *["Spørger"] * 3]


def test_a_zip_is_opened_and_its_files_are_listed_with_their_folders(school: School) -> None:
    path = school.folder / "prøver.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for file in fill(school.folder, 4):
            archive.write(file, f"7.A/{file.name}")

    screen = upload(path)

    assert statuses(screen) == {f"prøver.zip/7.A/7.A {n}.xlsx": "Klar" for n in range(4)}
    screen = press(screen, "Læs 4 ark ind, der ikke mangler noget")
    assert set(statuses(screen).values()) == {"Læst ind"}


def test_files_that_were_read_before_are_said_to_be_and_not_offered_again(school: School) -> None:
    files = fill(school.folder, 4)
    press(upload(*files), "Læs 4 ark ind, der ikke mangler noget")

    screen = upload(*files)

    assert set(statuses(screen).values()) == {"Læst i forvejen"}
    assert [b.label for b in screen.main.button] == []


def test_a_zip_that_may_do_harm_is_one_sentence(school: School) -> None:
    path = school.folder / "farlig.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("../mat.xlsx", b"x")

    screen = upload(path)

    (message,) = [box.value for box in screen.error]
    assert "farlig.zip" in message
