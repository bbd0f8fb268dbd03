"""The door: reads the command line, then opens the shell or a tool. What is not needed is not imported."""

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from game.command_line import parser
from game.host import command as host

if TYPE_CHECKING:
    from game.model.content import Pack

SIZE = (1280, 720)


def main(words: list[str] | None = None) -> int:
    """Do what the words say and return the exit code. Unknown words end the program with a usage line and code 2."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")  # an old console lacks letters; that must not stop anything
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")  # what is printed is the answer, and nothing else
    known = parser()
    said = known.parse_args(words)
    try:
        return window(said, known) if said.command in (None, "play", "project", "join", "bench") else tool(said, known)
    except ModuleNotFoundError as error:
        if error.name in host.NEEDS:
            cure = "project taste --phones" if said.command == "project" else "host"
            print(f"{error.name} is not installed. “python3 start.py {cure}” sets up what it needs.", file=sys.stderr)
            return 1
        if error.name not in ("pygame", "pydantic", "yaml", "platformdirs", "markdown_it", "segno"):
            raise
        print(f"{error.name} is not installed. “python3 start.py” sets up all that the game needs.", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        sys.stdout = None  # whoever listened has gone; nothing is left to flush
        return 0


def window(said: argparse.Namespace, known: argparse.ArgumentParser) -> int:
    """Open the title, or begin a campaign, or measure."""
    if said.command == "bench":
        from game.shell.bench import bench

        return bench(said.table)
    if said.command is None:
        given = ("voice", said.voice), ("language", said.language), ("languages", said.languages)
        words = [word for name, value in given if value for word in (f"--{name}", str(value))]
        bare = [f"--{name}" for name in ("mute", "projector", "shared") if getattr(said, name)]
        said = known.parse_args([*bare, "play", "", *words])
    there = campaigns()
    if said.campaign and there and said.campaign not in there:
        known.error(f"“{said.campaign}” is not known; there are {', '.join(there)}")
    join = address(said, known) if said.command == "join" else ""
    from game.shell.app import Start, run

    try:
        phones = host.phones(said)
    except ValueError as error:
        known.exit(1, f"{error}\n")
    try:
        return run(
            Start(
                size=said.size,
                text=said.text,
                campaign=said.campaign,
                seed=said.seed,
                order=said.order or "",
                untimed=said.untimed or None,
                muted=said.mute or None,
                shared=said.shared or None,
                voice=said.voice,
                projector=said.projector,
                ask=not said.campaign and not join,
                language=said.language,
                languages=said.languages,
                join=join,
                room=said.plan if said.command == "project" else "",
                phones=phones,
            )
        )
    finally:
        if phones:
            phones.close()


def address(said: argparse.Namespace, known: argparse.ArgumentParser) -> str:
    """The address of a room as it was typed; words that are none end the program with a line and code 2."""
    from game.shell.address import Address, NoAddress

    try:
        return str(Address.of(said.address))
    except NoAddress:
        known.error(f"“{said.address}” is no address of a room; one is, e.g., http://192.168.0.5:8080")


def campaigns() -> list[str]:
    """The campaigns that can be named, and the chapters, each a play by itself.

    Found by their files alone: reading them would keep the first frame waiting.
    """
    here = Path(__file__).resolve().parent
    folder = next((place for place in (here / "levels", here.parent / "levels") if place.is_dir()), here)
    return [path.stem for kind in ("campaigns", "chapters") for path in sorted((folder / kind).glob("*.yaml"))]


def tool(said: argparse.Namespace, known: argparse.ArgumentParser) -> int:
    """Run a command that needs no window. What is wrong with a file is said in a line, with exit code 1."""
    from game.content import BadLevels
    from game.journal import BadRecord, Differs
    from game.tools import Unknown

    try:
        return _tool(said)
    except (BadLevels, BadRecord, Differs) as error:
        print(error, file=sys.stderr)
    except Unknown as error:
        known.error(str(error))
    except BrokenPipeError:
        raise  # nobody listens any more: no fault of a file
    except OSError as error:
        print(
            f"{error.filename or said.command}: {error.strerror or error}. Check the name and the rights.",
            file=sys.stderr,
        )
    return 1


def _tool(said: argparse.Namespace) -> int:
    match said.command:
        case "check":
            from game.tools.check import check

            return check(said.paths)
        case "replay":
            from game.tools.replay import replay

            return replay(said.record)
        case "debrief" if said.code:
            from game.tools.klass import code

            return code(said.record)
        case "debrief":
            from game.tools.debrief import debrief

            return debrief(said.record, said.out, said.json, said.csv, said.worksheet)
        case "class":
            from game.tools.klass import klass, together

            return together(said.pool, said.out) if said.pool else klass(
                said.paths, said.out, said.jobs, keep_rows=said.rows
            )
        case "schema":
            from game.tools.schema import schema

            return schema(said.folder)
        case "sheets":
            return _gallery(said)
        case "catalogue":
            from game.tools.catalogue import catalogue

            return catalogue(said.folder, said.to, said.levels)
        case "host":
            from game.shell.settings import own_folder

            own = own_folder()
            languages: tuple[Path, ...] = ()
            if said.language:
                from game.shell.tongue import language_folders

                languages = language_folders(said.languages)
            return host.run(said, own / "rooms" if own else None, languages)
        case "guide":
            from game.tools.guide import guide

            return guide(said.out)
        case "pack":
            from game.tools.pack import pack

            return pack(said.folder)
        case "wipe":
            from game.shell.settings import copies_folder, plays_folder
            from game.tools.wipe import wipe

            return wipe(said.older_than, sure=said.yes, plays=plays_folder(), copies=copies_folder())
        case "stats":
            from game.tools.stats import stats

            return stats(said.campaign, said.plays, said.jobs)
        case "power":
            from game.tools.power import power

            return power(said.players, said.jobs)
        case "simulate":
            from game.tools.simulate import simulate

            return simulate(said.classes)
        case _:
            return _demo(said)


def _gallery(said: argparse.Namespace) -> int:
    import tempfile

    from game.content import levels, load
    from game.screens.saved import Settings
    from game.shell.gallery import gallery
    from game.shell.library import Folder
    from game.tools import demo

    pack = load(levels())
    setup = demo.set_up(pack, said.campaign, said.seed, said.order or "visible-first")
    _speak(said, pack)
    cells = [(size, text) for size in said.sizes for text in said.texts]
    with tempfile.TemporaryDirectory() as plays:
        library = Folder(Path(plays), pack=pack)
        session = demo.begin(pack, setup, said.bot)
        looks = Settings(still=True, contrast=said.contrast, face=said.face)
        return gallery(session, said.bot, said.out, cells, looks, library, grey=said.grey)


def _speak(said: argparse.Namespace, pack: "Pack") -> None:
    from game.content.texts import pack_texts
    from game.rules.said import patterns
    from game.shell.tongue import Tongue, language_folders

    tongue = Tongue(language_folders(said.languages))
    tongue.knows((*pack_texts(pack), *patterns()))
    tongue.speak(said.language or "")


def _demo(said: argparse.Namespace) -> int:
    from game.content import levels, load
    from game.tools import demo

    pack = load(levels())
    setup = demo.set_up(pack, said.campaign, said.seed, said.order or "visible-first", said.file)
    if said.no_screens:
        session = demo.by_rules_alone(pack, setup, said.bot)
    else:
        from game.shell.film import Film
        from game.shell.library import Folder

        session = demo.begin(pack, setup, said.bot)
        _speak(said, pack)
        film = Film(said.out / "screens", said.size or SIZE, said.text or 100)
        film.desk.looks = Folder(said.out, pack=pack).looks()
        film.play(session, said.bot)
        film.debrief(session, film.desk.looks)
    print(demo.summary(session, said.bot, said.out, demo.write(session, said.out)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
