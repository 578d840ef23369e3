"""Skabeloner gives a class a workbook that is ready to be filled in."""

from tests.app.school import School
from tests.app.screen import CHOICE, SKABELONER, open_screen


def test_a_test_template_waits_for_title_and_day(school: School) -> None:
    school.list_class("Ida Uldum", "Noah Aagesen")

    screen = open_screen(SKABELONER, **CHOICE)

    assert not screen.get("download_button")
    assert any("Skriv titel og dato" in caption.value for caption in screen.caption)


def test_an_assessment_template_is_ready_at_once(school: School) -> None:
    school.list_class("Ida Uldum", "Noah Aagesen")
    screen = open_screen(SKABELONER, **CHOICE)

    screen.segmented_control[0].set_value("assessment").run()

    assert not screen.exception
    assert len(screen.get("download_button")) == 1


def test_a_class_without_a_list_is_told_that_the_names_are_left_open(school: School) -> None:
    school.read_test({"Ida Uldum": [2, 2, 2, 4]})

    assert any("ingen klasseliste" in info.value for info in open_screen(SKABELONER, **CHOICE).info)
