"""What translators get is complete, and what they give is used."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages import pofile as babel
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from game.content import levels, load
from game.content.texts import pack_texts, placed_texts
from game.language import _, language, told, use
from game.language.pseudo import Pseudo, pseudo
from game.language.shelf import codes, speak
from game.language.spoken import Spoken
from game.model.base import READ
from game.tools import Unknown
from game.tools.catalogue import catalogue


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A shelf with a language of which nothing is translated yet; not to be written to."""
    folder = tmp_path_factory.mktemp("fresh")
    assert catalogue(folder, "de") == 0
    return folder


@pytest.fixture
def german(fresh: Path, tmp_path: Path) -> Path:
    """The same, to be translated."""
    return Path(shutil.copytree(fresh, tmp_path / "german"))


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    yield
    use()


def fill(po: Path, words: dict[str, str]) -> None:
    with po.open("rb") as file:
        found = babel.read_po(file, locale="de")
    for english, german in words.items():
        message = found.get(english)
        assert message is not None, english
        message.string = german
    with po.open("wb") as file:
        babel.write_po(file, found)


def test_every_sentence_of_the_level_files_stands_in_the_catalogue() -> None:
    """Whatever has a space in it is read by a player."""
    pack = load(levels())
    known = set(pack_texts(pack))
    assert {text for text, *_ in placed_texts(levels())} == known
    assert READ not in known
    assert {text for text in _strings(pack) if " " in text} - known == set()


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _strings(one)
    elif isinstance(value, tuple):
        for one in value:
            yield from _strings(one)
    elif hasattr(value, "__pydantic_fields__"):
        yield from _strings(vars(value))


def test_a_text_is_found_with_its_file_and_line() -> None:
    text, file, line = next(one for one in placed_texts(levels()) if one[1].startswith("families/"))
    written = (levels() / file).read_text(encoding="utf-8").splitlines()
    assert text.split()[0] in written[line - 1]


def test_a_translation_made_with_the_catalogues_is_what_the_game_says(german: Path) -> None:
    shelf = german / "de" / "LC_MESSAGES"
    pack = load(levels())
    scene = next(iter(pack.scenes.values())).scene
    fill(shelf / "good-standing.po", {_some_message(shelf): "Etwas"})
    fill(shelf / "levels.po", {scene: "Eine Szene."})
    assert catalogue(german, "de") == 0  # brings them up to date, and compiles
    assert codes([german]) == ("en", "de")
    use(speak("de", [german], pack_texts(pack)))
    assert language() == "de"
    assert _(_some_message(shelf)) == "Etwas"
    assert told(scene) == "Eine Szene."
    assert told(pack.info.name) == pack.info.name


def _some_message(shelf: Path) -> str:
    with (shelf / "good-standing.po").open("rb") as file:
        return next(one.id for one in babel.read_po(file) if one.id and isinstance(one.id, str) and "{" not in one.id)


def test_a_hole_that_a_translation_lost_is_named_with_its_line(
    german: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack = load(levels())
    holed = next(text for text in pack_texts(pack) if "{points}" in text)
    fill(german / "de" / "LC_MESSAGES" / "levels.po", {holed: "genug"})
    catalogue(german, "de")
    assert "{points} stands in one of the two only: “genug”" in capsys.readouterr().out


def test_no_language_and_a_broken_catalogue_are_said_in_a_line(tmp_path: Path) -> None:
    with pytest.raises(Unknown, match="is not a language's code"):
        catalogue(tmp_path, "klingonish")
    broken = tmp_path / "de" / "LC_MESSAGES" / "good-standing.mo"
    broken.parent.mkdir(parents=True)
    broken.write_bytes(b"not a catalogue")
    with pytest.raises(OSError, match=r"good-standing\.mo is no catalogue"):
        speak("de", [tmp_path])


@pytest.mark.parametrize("code", ["en", "xx", "../../etc", "de;rm", ""])
def test_a_language_that_is_not_there_is_english(tmp_path: Path, code: str) -> None:
    assert speak(code, [tmp_path]).code == "en"


def test_the_language_nobody_speaks_is_longer_marked_and_keeps_its_holes() -> None:
    assert pseudo("It costs {cost}.") == "‹Îţ çôôšţš {cost}.›"
    plain = "A fairly long sentence about a bicycle."
    assert len(pseudo(plain)) > 1.25 * len(plain)
    assert pseudo("") == ""
    use(Spoken("qps", Pseudo(), Pseudo(["The sea."])))
    assert _("Sea") == "‹Šééàà›"
    assert told("The sea.") == "‹Ţĥéé šééàà.›"
    assert told("The ship.") == "The ship."


def test_a_newer_folder_goes_before_an_older_one(tmp_path: Path) -> None:
    for number, word in enumerate(("alt", "neu")):
        shelf = tmp_path / str(number) / "de" / "LC_MESSAGES"
        shelf.mkdir(parents=True)
        words = Catalog(locale="de")
        words.add("Lantern Quay", word)
        with (shelf / "levels.mo").open("wb") as file:
            write_mo(file, words)
    use(speak("de", [tmp_path / "0", tmp_path / "1"]))
    assert told("Lantern Quay") == "neu"
