"""Languages on this computer: found, named by themselves, chosen in the settings, and kept."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from game.language import language, offered, use
from game.screens.kit.answers import Order
from game.screens.kit.frame import Frame
from game.screens.preferences import Preferences
from game.screens.saved import Settings
from game.shell.desk import Desk
from game.shell.tongue import Tongue


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    yield
    use()
    Tongue()


def shelf(folder: Path, words: dict[str, str], own: str = "Deutsch") -> Path:
    made = Catalog(locale="de")
    for english, german in words.items():
        made.add(english, german)
    made.add("English", own, context="the name of this language in itself")
    there = folder / "de" / "LC_MESSAGES"
    there.mkdir(parents=True)
    with (there / "good-standing.mo").open("wb") as file:
        write_mo(file, made)
    return folder


def labels(screen: Preferences) -> list[str]:
    return [node.label for node in screen.tree(Frame()).walk() if node.label]


def test_a_language_that_is_there_can_be_chosen_by_its_own_name_and_is_spoken_at_once(tmp_path: Path) -> None:
    kept: list[Settings] = []
    tongue = Tongue([shelf(tmp_path, {"Settings": "Einstellungen", "Text size": "Schriftgröße"})])
    assert offered() == (("en", "English"), ("de", "Deutsch"))
    desk = Desk(Settings(), keep=kept.append, clock=lambda: 0.0, tongue=tongue)
    screen = Preferences(desk.settings)
    assert "Deutsch" in labels(screen)
    desk.apply(Order("set", {"language": "de"}))
    assert (language(), kept[-1].language) == ("de", "de")
    assert {"Einstellungen", "Schriftgröße"} <= set(labels(Preferences(desk.settings)))
    desk.apply(Order("set", {"language": ""}))
    assert language() == "en"


def test_with_english_alone_there_is_nothing_to_choose() -> None:
    Tongue()
    assert "Language" not in labels(Preferences(Settings()))


def test_a_broken_catalogue_costs_its_language_and_nothing_else(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    there = tmp_path / "de" / "LC_MESSAGES" / "good-standing.mo"
    there.parent.mkdir(parents=True)
    there.write_bytes(b"nonsense")
    tongue = Tongue([tmp_path])
    tongue.speak("de")
    assert language() == "en"
    assert "good-standing.mo is no catalogue" in capsys.readouterr().err
