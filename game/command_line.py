"""The words that the game knows on the command line."""

import argparse
import os
from collections.abc import Callable
from pathlib import Path

from game import __version__
from game.host import command as host

DEMO_SEED = 7
SHEETS = ((960, 540), (1280, 720), (2560, 1440))
TEXTS = (100, 130, 160, 200)
SMALLEST, LARGEST = (480, 270), 16384
STATS_PLAYS = 1000
POWER_PLAYERS = 2000
CLASSES = 1000
SHARED = "several people use this computer: a play is found again only by its two words"
MUTE = "start without sound, e.g. in a classroom; M brings it back"
PROJECTOR = "large text, high contrast and captions, to be read from the last row of a room"


def parser() -> argparse.ArgumentParser:
    """The words that the game knows."""
    top = argparse.ArgumentParser(
        prog="good-standing", allow_abbrev=False,
        description="A street, some rules, and you. Without a command: the title screen.",
    )  # fmt: skip
    top.add_argument("--version", action="version", version=f"good-standing {__version__}")
    _room(top, False)
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

    _room(play, argparse.SUPPRESS)
    _voice(play, argparse.SUPPRESS)
    _language(play, argparse.SUPPRESS)

    _join(command("join", "join a room that somebody hosts, with this game instead of a browser"))
    _together(command("project", "a room plays one life here: hands, or phones, are counted before each choice"))
    _demo(command("demo", "let a bot play a whole campaign and write down what came of it"))
    _sheets(command("sheets", "contact sheets of every screen in every window and text size, and its words measured"))
    check = command("check", "read level files and say every fault")
    check.add_argument("paths", nargs="*", type=Path, metavar="PATH")
    command("replay", "play a record again and compare every step").add_argument("record", type=Path, metavar="RECORD")
    debrief = command("debrief", "say what a record shows, or write it down")
    debrief.add_argument("record", type=Path, metavar="RECORD")
    debrief.add_argument("--out", type=Path, metavar="FILE.html")
    debrief.add_argument("--json", type=Path, metavar="FILE")
    debrief.add_argument("--csv", type=Path, metavar="FILE.csv", help="every moment in a row; docs/data.md has columns")
    debrief.add_argument("--worksheet", type=Path, metavar="FILE.html", help="three moments on a sheet to write on")
    debrief.add_argument("--code", action="store_true", help="only the code that a class counts it by, to scan or copy")
    _class(command("class", "the plays of a room as one page for the projector, with nobody to be found in it"))
    command("schema", "write JSON Schemas of the level files").add_argument("folder", type=Path, metavar="DIR")
    _catalogue(command("catalogue", "write all words for translators, and compile what they have translated"))
    guide = command("guide", "write the guide for instructors, with the ideas, as one page to print")
    guide.add_argument("--out", type=Path, default=Path("guide.html"), metavar="FILE.html")
    hosting = command("host", "open a room that a class joins with phones and browsers")
    host.words(hosting)
    _language(hosting, argparse.SUPPRESS)
    bench = command("bench", "measure the start, a frame, idling, memory and the rules")
    bench.add_argument("--table", type=Path, metavar="FILE.md", help="write the figures as a table too")
    pack = command("pack", "copy the game to a folder with all that another computer needs to set up offline")
    pack.add_argument("folder", type=Path, metavar="DIR")
    _wipe(command("wipe", "clear plays that nobody has touched for long, with their copies: for a shared computer"))
    _counted(command)
    return top


def _counted(command: Callable[[str, str], argparse.ArgumentParser]) -> None:
    """What is counted over many plays."""
    stats = command("stats", "count what many plays of a campaign are like")
    stats.add_argument("--campaign", default="lesson")
    stats.add_argument("--plays", type=_count, default=STATS_PLAYS, metavar="N")
    stats.add_argument("--jobs", type=_count, default=os.cpu_count() or 1, metavar="N", help="processes that play")
    power = command("power", "count how often luck alone would shift a finding, and how often a true change is found")
    power.add_argument("--players", type=_count, default=POWER_PLAYERS, metavar="N")
    power.add_argument("--jobs", type=_count, default=os.cpu_count() or 1, metavar="N", help="processes that play")
    classes = command("simulate", "count how often a class’s intervals hold the truth, and how often luck alone speaks")
    classes.add_argument("--classes", type=_count, default=CLASSES, metavar="N")


def _demo(of: argparse.ArgumentParser) -> None:
    of.add_argument("--campaign", default="lesson")
    of.add_argument("--seed", type=int, default=DEMO_SEED, metavar="N")
    _order(of)
    of.add_argument("--bot", default="fox")
    of.add_argument("--file", default="", help="the starting file; without it, the seed deals one")
    of.add_argument("--out", type=Path, required=True, metavar="DIR")
    of.add_argument("--no-screens", action="store_true", help="by the rules alone, without pictures: fast")
    _looks(of)
    _language(of, argparse.SUPPRESS)


def _class(of: argparse.ArgumentParser) -> None:
    of.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="records, folders, zips, or a text of codes")
    of.add_argument("--out", type=Path, required=True, metavar="DIR")
    of.add_argument("--rows", action="store_true", help="also a table with a row a number of each student")
    of.add_argument("--pool", nargs="+", type=Path, metavar="FILE", help="lay pool.json of several classes together")
    of.add_argument("--jobs", type=_count, default=os.cpu_count() or 1, metavar="N", help="processes that read")


def _together(of: argparse.ArgumentParser) -> None:
    of.add_argument("campaign", metavar="CAMPAIGN")
    of.add_argument("--plan", default="?", metavar="ID", help="twenty, forty_five, ninety, or - for none; else it asks")
    of.add_argument("--seed", type=int, metavar="N", help="the same seed deals the same days")
    _order(of)
    host.phone_words(of)
    of.add_argument("--size", type=_size, metavar="WxH", help="of the window, e.g. 1280x720")
    of.add_argument("--mute", action="store_true", default=argparse.SUPPRESS, help=MUTE)
    _language(of, argparse.SUPPRESS)
    of.set_defaults(text=None, untimed=True)


def _join(of: argparse.ArgumentParser) -> None:
    of.add_argument("address", metavar="ADDRESS", help="as it stands on the projector, e.g. http://192.168.0.5:8080")
    _looks(of)
    _room(of, argparse.SUPPRESS)
    _voice(of, argparse.SUPPRESS)
    _language(of, argparse.SUPPRESS)
    of.set_defaults(campaign="", seed=None, order="", untimed=False)


def _order(of: argparse.ArgumentParser) -> None:
    of.add_argument("--order", choices=("visible-first", "hidden-first"))


def _looks(of: argparse.ArgumentParser) -> None:
    of.add_argument("--size", type=_size, metavar="WxH", help="of the window, e.g. 1280x720")
    of.add_argument("--text", type=int, choices=TEXTS, help="size of the text in hundredths")


def _room(of: argparse.ArgumentParser, default: object) -> None:
    of.add_argument("--mute", action="store_true", default=default, help=MUTE)
    of.add_argument("--projector", action="store_true", default=default, help=PROJECTOR)


def _voice(of: argparse.ArgumentParser, default: str) -> None:
    says = "read everything aloud with the system's voice, or write on the console what would be said"
    of.add_argument("--voice", choices=("speak", "print"), default=default, help=says)
    of.add_argument("--shared", action="store_true", default=argparse.SUPPRESS if default else False, help=SHARED)


def _sheets(of: argparse.ArgumentParser) -> None:
    of.add_argument("--out", type=Path, required=True, metavar="DIR")
    of.add_argument("--campaign", default="taste")
    of.add_argument("--seed", type=int, default=DEMO_SEED, metavar="N")
    of.add_argument("--bot", default="fox")
    _order(of)
    of.add_argument("--sizes", type=_size, nargs="+", default=SHEETS, metavar="WxH")
    of.add_argument("--texts", type=int, nargs="+", choices=TEXTS, default=TEXTS, metavar="N")
    of.add_argument("--contrast", choices=("usual", "high"), default="usual")
    of.add_argument("--face", choices=("plex", "plain"), default="plex")
    of.add_argument("--grey", action="store_true", help="each sheet also without its colours")
    _language(of, argparse.SUPPRESS)


def _wipe(of: argparse.ArgumentParser) -> None:
    of.add_argument("--older-than", type=_count, required=True, metavar="DAYS")
    of.add_argument("--yes", action="store_true", help="do not ask")


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
