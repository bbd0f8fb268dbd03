"""`catalogue`: what a translator needs. Templates of all words, and for a language its catalogues, brought up to date.

GNU gettext's own formats throughout, written by Babel, so that any translator's tool opens them.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from game import __version__
from game.content import levels
from game.content.texts import placed_texts
from game.language.spoken import INTERFACE, LEVELS
from game.rules.said import patterns
from game.tools import Unknown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from babel.messages.catalog import Catalog

KEYWORDS = {"_": None, "N_": None, "gettext": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}
NO_BABEL = (
    "catalogue needs Babel, which is not installed. Install the game's extra for translators: "
    "python -m pip install 'good-standing[words]', or in a clone: .venv/bin/python -m pip install -e '.[words]'"
)


def catalogue(folder: Path, language: str, source: Path | None = None) -> int:
    """Write the templates into `folder`; for a `language`, make or renew its .po files there and compile them.

    `source`: a folder of level files other than the game's own. Raises OSError, and Unknown where Babel is missing or
    a catalogue cannot be read.
    """
    try:
        from babel import Locale, UnknownLocaleError  # noqa: PLC0415  (for translators only)
        from babel.messages.pofile import read_po, write_po  # noqa: PLC0415
    except ModuleNotFoundError as error:
        raise Unknown(NO_BABEL) from error
    try:
        locale = Locale.parse(language) if language else None
    except (UnknownLocaleError, ValueError) as error:
        raise Unknown(f"“{language}” is not a language's code; one is, e.g., de, fr or pt_BR") from error
    folder.mkdir(parents=True, exist_ok=True)
    templates = {INTERFACE: _interface(), LEVELS: _levels(source or levels())}
    for domain, template in templates.items():
        with (folder / f"{domain}.pot").open("wb") as file:
            write_po(file, template, width=110, sort_output=False)
        print(f"{folder / domain}.pot: {len(template)} texts")
    if locale is None:
        return 0
    shelf = folder / language / "LC_MESSAGES"
    shelf.mkdir(parents=True, exist_ok=True)
    for domain, template in templates.items():
        po = shelf / f"{domain}.po"
        if po.exists():
            try:
                with po.open("rb") as file:
                    catalogue_ = read_po(file, locale=language, abort_invalid=True)
            except (ValueError, UnicodeDecodeError) as error:  # PoFileError is a ValueError by another name
                raise Unknown(f"{po} cannot be read: {error}") from error
            catalogue_.update(template, no_fuzzy_matching=True)
        else:
            template.locale = locale
            template.fuzzy = False
            catalogue_ = template
        with po.open("wb") as file:
            write_po(file, catalogue_, width=110)
        print(_compiled(po, catalogue_))
    print(f"To see it: good-standing --language {language} --languages {folder}")
    return 0


def _compiled(po: Path, catalogue_: "Catalog") -> str:
    """Write the .mo beside a .po; return a line that says how much is translated, and what would break."""
    from babel.messages.mofile import write_mo  # noqa: PLC0415  (for translators only)

    with po.with_suffix(".mo").open("wb") as file:
        write_mo(file, catalogue_)
    done = sum(1 for message in catalogue_ if message.id and message.string and not message.fuzzy)
    said = f"{po}: {done} of {len(catalogue_)} translated"
    return "\n".join([said, *(f"  line {line}: {what}" for line, what in _wrong(catalogue_))])


def _wrong(catalogue_: "Catalog") -> "Iterator[tuple[int, str]]":
    """Translations whose {holes} are not those of the text: they would show a brace, or leave a figure out."""
    import re  # noqa: PLC0415

    for message in catalogue_:
        ids = message.id if isinstance(message.id, tuple | list) else (message.id,)
        strings = message.string if isinstance(message.string, tuple | list) else (message.string,)
        asked = set(re.findall(r"\{\w*\}", " ".join(ids)))
        for string in strings:
            if message.id and string and (odd := asked ^ set(re.findall(r"\{\w*\}", string))):
                yield message.lineno or 0, f"{', '.join(sorted(odd))} stands in one of the two only: “{string[:60]}”"


def _new() -> "Catalog":
    from babel.messages.catalog import Catalog  # noqa: PLC0415  (for translators only)

    return Catalog(project="Good Standing", version=__version__, charset="utf-8", fuzzy=False)


def _interface() -> "Catalog":
    """What the program says, with the file and line where it is said."""
    from babel.messages.extract import extract_from_dir  # noqa: PLC0415  (for translators only)

    template = _new()
    package = Path(__file__).resolve().parent.parent
    found = extract_from_dir(
        package, method_map=[("**.py", "python")], keywords=KEYWORDS, comment_tags=("For translators:",),
        strip_comment_tags=True,
    )
    for file, line, message, comments, context in found:
        template.add(message, locations=[(f"game/{file}", line)], auto_comments=comments, context=context)
    return template


def _levels(folder: Path) -> "Catalog":
    """What the level files say, and the patterns that the rules fill in."""
    template = _new()
    for text, file, line in placed_texts(folder):
        template.add(text, locations=[(f"levels/{file}", line)])
    for text in patterns():
        template.add(text, locations=[("game/rules/said.py", 1)])
    return template
