"""What rules put together from level texts is found again in the catalogue."""

import gettext as gnu
from collections.abc import Iterator

import pytest

from game.language import _, told, use
from game.language.spoken import Spoken

WORDS = {
    "A man lies on the kerb.": "Ein Mann liegt am Bordstein.",
    "Last time you stayed.": "Letztes Mal sind Sie geblieben.",
    "{points} is enough.": "{points} genügen.",
    "It costs {cost}; you have {have}.": "Sie haben {have}; es kostet {cost}.",
}


class Some(gnu.NullTranslations):
    def gettext(self, message: str) -> str:
        return WORDS.get(message, message)


@pytest.fixture(autouse=True)
def _german() -> Iterator[None]:
    use(Spoken("de", Some(), Some(), tuple(text for text in WORDS if "{" in text)))
    yield
    use()


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        ("A man lies on the kerb.", "Ein Mann liegt am Bordstein."),
        (
            "A man lies on the kerb. Last time you stayed.",
            "Ein Mann liegt am Bordstein. Letztes Mal sind Sie geblieben.",
        ),
        ("603 is enough. Last time you stayed.", "603 genügen. Letztes Mal sind Sie geblieben."),
        ("603 is enough.", "603 genügen."),
        ("It costs 12; you have 3.", "Sie haben 3; es kostet 12."),
        ("A man lies on the kerb. 603 is enough.", "Ein Mann liegt am Bordstein. 603 genügen."),
    ],
)  # fmt: skip
def test_a_sentence_a_filled_pattern_and_a_string_of_both_are_found(said: str, heard: str) -> None:
    assert told(said) == heard


@pytest.mark.parametrize("said", ["Nobody translated this.", "", "fox"])
def test_what_no_catalogue_has_stays_as_it_is(said: str) -> None:
    assert told(said) == said


def test_without_a_language_everything_is_as_the_files_have_it() -> None:
    use()
    assert told("A man lies on the kerb.") == "A man lies on the kerb."
    assert _("Settings") == "Settings"
