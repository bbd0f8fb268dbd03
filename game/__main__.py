"""The door: reads the command line, then opens the shell or a tool. What is not needed is not imported."""

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from game import __version__
from game.host import command as host

if TYPE_CHECKING:
    from game.model.content import Pack

DEMO_SEED = 7
SIZE = (1280, 720)
SHEETS = ((960, 540), (1280, 720), (2560, 1440))
TEXTS = (100, 130, 160)
SMALLEST, LARGEST = (480, 270), 16384
STATS_PLAYS = 1000
POWER_PLAYERS = 2000
CLASSES = 1000
MUTE = "start without sound, e.g. in a classroom; M brings it back"


def main(words: list[str] | None = None) -> int:
    """Do what the words say and return the exit code. Unknown words end the program with a usage line and code 2."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")  # an old console lacks letters; that must not stop anything
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")  # what is printed is the answer, and nothing else
    known = parser()
    said = known.parse_args(words)
    try:
        return window(said, known) if said.command in (None, "play", "bench") else tool(said, known)
    except ModuleNotFoundError as error:
        if error.name in host.NEEDS:
            print(f"{error.name} is not installed. “python3 start.py host” sets up what a host needs.", file=sys.stderr)
            return 1
        if error.name not in ("pygame", "pydantic", "yaml", "platformdirs", "markdown_it"):
            raise
        print(f"{error.name} is not installed. “python3 start.py” sets up all that the game needs.", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        sys.stdout = None  # whoever listened has gone; nothing is left to flush
        return 0


def parser() -> argparse.ArgumentParser:
    """The words that the game knows."""
    top = argparse.ArgumentParser(
        prog="good-standing", allow_abbrev=False,
        description="A street, some rules, and you. Without a command: the title screen.",
    )  # fmt: skip
    top.add_argument("--version", action="version", version=f"good-standing {__version__}")
    top.add_argument("--mute", action="store_true", help=MUTE)
    _voice(top, "")
    _language(top, None)
    commands = top.add_subparsers(dest="command", metavar="COMMAND")

    def command(name: str, says: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, help=says, description=says, allow_abbrev=False)

    play = command("play", "start a campaign at once")
    play.add_argument("campaign", metavar="CAMPAIGN")
    play.add_argument("--seed", type=int, metavar="N", help="the same seed deals the same days")
    _order(play)
    _looks(play)
    play.add_argument("--untimed", action="store_true", help="waiting costs minutes of the game, never real seconds")

    play.add_argument("--mute", action="store_true", default=argparse.SUPPRESS, help=MUTE)
    _voice(play, argparse.SUPPRESS)
    _language(play, argparse.SUPPRESS)

    demo = command("demo", "let a bot play a whole campaign and write down what came of it")
    demo.add_argument("--campaign", default="lesson")
    demo.add_argument("--seed", type=int, default=DEMO_SEED, metavar="N")
    _order(demo)
    demo.add_argument("--bot", default="fox")
    demo.add_argument("--file", default="", help="the starting file; without it, the seed deals one")
    demo.add_argument("--out", type=Path, required=True, metavar="DIR")
    demo.add_argument("--no-screens", action="store_true", help="by the rules alone, without pictures: fast")
    _looks(demo)
    _language(demo, argparse.SUPPRESS)

    _sheets(command("sheets", "contact sheets of every screen in every window and text size, and its words measured"))
    check = command("check", "read level files and say every fault")
    check.add_argument("paths", nargs="*", type=Path, metavar="PATH")
    command("replay", "play a record again and compare every step").add_argument("record", type=Path, metavar="RECORD")
    _debrief(command("debrief", "say what a record shows, or write it down"))
    _class(command("class", "the plays of a room as one page for the projector, with nobody to be found in it"))
    command("schema", "write JSON Schemas of the level files").add_argument("folder", type=Path, metavar="DIR")
    _catalogue(command("catalogue", "write all words for translators, and compile what they have translated"))
    guide = command("guide", "write the guide for instructors, with the ideas, as one page to print")
    guide.add_argument("--out", type=Path, default=Path("guide.html"), metavar="FILE.html")
    host.words(command("host", "open a room that a class joins with phones and browsers"))
    command("bench", "measure the start, a frame, idling and the rules")
    stats = command("stats", "count what many plays of a campaign are like")
    stats.add_argument("--campaign", default="lesson")
    stats.add_argument("--plays", type=_count, default=STATS_PLAYS, metavar="N")
    stats.add_argument("--jobs", type=_count, default=os.cpu_count() or 1, metavar="N", help="processes that play")
    power = command("power", "count how often luck alone would shift a finding, and how often a true change is found")
    power.add_argument("--players", type=_count, default=POWER_PLAYERS, metavar="N")
    power.add_argument("--jobs", type=_count, default=os.cpu_count() or 1, metavar="N", help="processes that play")
    _simulate(command("simulate", "count how often a class’s intervals hold the truth, and how often luck speaks"))
    return top


def _order(of: argparse.ArgumentParser) -> None:
    of.add_argument("--order", choices=("visible-first", "hidden-first"))


def _looks(of: argparse.ArgumentParser) -> None:
    of.add_argument("--size", type=_size, metavar="WxH", help="of the window, e.g. 1280x720")
    of.add_argument("--text", type=int, choices=TEXTS, help="size of the text in hundredths")


def _voice(of: argparse.ArgumentParser, default: str) -> None:
    says = "read everything aloud with the system's voice, or write on the console what would be said"
    of.add_argument("--voice", choices=("speak", "print"), default=default, help=says)


def _sheets(of: argparse.ArgumentParser) -> None:
    of.add_argument("--out", type=Path, required=True, metavar="DIR")
    of.add_argument("--campaign", default="taste")
    of.add_argument("--seed", type=int, default=DEMO_SEED, metavar="N")
    of.add_argument("--bot", default="fox")
    _order(of)
    of.add_argument("--sizes", type=_size, nargs="+", default=SHEETS, metavar="WxH")
    of.add_argument("--texts", type=int, nargs="+", choices=TEXTS, default=TEXTS, metavar="N")
    of.add_argument("--grey", action="store_true", help="each sheet also without its colours")
    _language(of, argparse.SUPPRESS)


def _debrief(of: argparse.ArgumentParser) -> None:
    of.add_argument("record", type=Path, metavar="RECORD")
    of.add_argument("--out", type=Path, metavar="FILE.html")
    of.add_argument("--json", type=Path, metavar="FILE")
    of.add_argument("--csv", type=Path, metavar="FILE.csv", help="every moment in a row; docs/data.md has columns")
    of.add_argument("--worksheet", type=Path, metavar="FILE.html", help="three moments on a sheet to write on")
    of.add_argument("--code", action="store_true", help="only the code that a class counts it by, to scan or to copy")


def _class(of: argparse.ArgumentParser) -> None:
    of.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="records, folders, zips, or a text of codes")
    of.add_argument("--out", type=Path, required=True, metavar="DIR")
    of.add_argument("--rows", action="store_true", help="also a table with a row a number of each student")
    of.add_argument("--pool", nargs="+", type=Path, metavar="FILE", help="lay pool.json of several classes together")
    of.add_argument("--jobs", type=_count, default=os.cpu_count() or 1, metavar="N", help="processes that read")


def _simulate(of: argparse.ArgumentParser) -> None:
    of.add_argument("--classes", type=_count, default=CLASSES, metavar="N")


def _catalogue(of: argparse.ArgumentParser) -> None:
    of.add_argument("folder", type=Path, metavar="DIR")
    of.add_argument("--to", default="", metavar="CODE", help="make or renew this language’s catalogues, e.g. de")
    of.add_argument("--levels", type=Path, metavar="DIR", help="level files other than the game’s own")


def _language(of: argparse.ArgumentParser, default: str | None) -> None:
    of.add_argument("--language", default=default, metavar="CODE", help="e.g. de; qps proves that nothing was missed")
    of.add_argument("--languages", type=Path, default=default, metavar="DIR", help="where catalogues lie besides")


def _size(word: str) -> tuple[int, int]:
    width, x, height = word.partition("x")
    if not (x and width.isdecimal() and height.isdecimal() and len(word) < 12):
        raise argparse.ArgumentTypeError(f"{word} is no size; one is, e.g., 1280x720")
    if int(width) < SMALLEST[0] or int(height) < SMALLEST[1] or max(int(width), int(height)) > LARGEST:
        raise argparse.ArgumentTypeError(f"{word} is no size for a window: from 480x270 to 16384x16384")
    return int(width), int(height)


def _count(word: str) -> int:
    if not word.isdecimal() or not 1 <= int(word) <= 1_000_000:
        raise argparse.ArgumentTypeError(f"{word} is no number from 1 to 1000000")
    return int(word)


def window(said: argparse.Namespace, known: argparse.ArgumentParser) -> int:
    """Open the title, or begin a campaign, or measure."""
    if said.command == "bench":
        from game.shell.bench import bench

        return bench()
    if said.command is None:
        given = ("voice", said.voice), ("language", said.language), ("languages", said.languages)
        words = [word for name, value in given if value for word in (f"--{name}", str(value))]
        said = known.parse_args([*["--mute"] * said.mute, "play", "", *words])
    there = campaigns()
    if said.campaign and there and said.campaign not in there:
        known.error(f"“{said.campaign}” is not known; there are {', '.join(there)}")
    from game.shell.app import Start, run

    return run(
        Start(
            size=said.size,
            text=said.text,
            campaign=said.campaign,
            seed=said.seed,
            order=said.order or "",
            untimed=said.untimed or None,
            muted=said.mute or None,
            voice=said.voice,
            language=said.language,
            languages=said.languages,
        )
    )


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
            return host.run(said)
        case "guide":
            from game.tools.guide import guide

            return guide(said.out)
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
        return gallery(session, said.bot, said.out, cells, Settings(still=True), library, grey=said.grey)


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
