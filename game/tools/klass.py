"""`class`: the plays of a room as one page, with nobody in it; and classes laid together by their sums."""

import gc
import multiprocessing
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import lru_cache
from itertools import islice
from pathlib import Path

import segno

from game.content import levels, load
from game.debrief.words import count
from game.journal import load as load_record
from game.model.content import Pack
from game.seminar import pool
from game.seminar.beside import beside
from game.seminar.card import letters_of
from game.seminar.figures import figures
from game.seminar.gather import Found, Gathered, Piece, gather, pieces, read_piece, take
from game.seminar.halves import dealt
from game.seminar.page import page
from game.seminar.pooled import together as laid_together
from game.seminar.rows import rows

ALONE = 60  # pieces that are read here before it is worth while to begin other processes
TOGETHER = 25  # pieces that one process takes at a time
AHEAD = 16  # times as many are handed out before the first of them must be back
Lot = list[list[Found | tuple[str, str]]]

NAMED = 20  # files left out that are named on the console


def klass(paths: list[Path], out: Path, jobs: int, *, keep_rows: bool = False) -> int:
    """Write the page, the table of sums, and with `keep_rows` the table of rows. Raises BadLevels, OSError."""
    pack = load(levels())
    gathered = read(paths, pack, jobs)
    halves, no_halves = beside(paths)
    here, pictures = figures(dealt(gathered.students, halves), pack)
    texts = {"class.html": page(pictures)}
    if pictures:
        sums = pool.table(here, pack)
        texts |= {"pool.json": pool.to_json(sums), "pool.csv": pool.to_csv(sums)}
        if keep_rows:
            texts["class.csv"] = rows(here.students, pack)
    out.mkdir(parents=True, exist_ok=True)
    for name in ("class.html", "pool.json", "pool.csv", "class.csv"):
        if name in texts:
            (out / name).write_text(texts[name], encoding="utf-8", newline="")
            print(f"written to {out / name}")
        else:
            (out / name).unlink(missing_ok=True)  # of an earlier, larger room nothing stays behind
    if gathered.doubles:
        print(f"{count(gathered.doubles, 'play')} came twice and counted once.")
    _named([*gathered.left_out, *no_halves], gathered.unnamed)
    if not pictures:
        print("Fewer than five plays that can be laid together: the page says so and shows nothing.")
    return 0 if pictures else 1


def code(record: Path) -> int:
    """Print the code of a play, and as a picture to scan. Raises BadRecord, BadLevels, OSError."""
    pack = load(levels())
    try:
        letters = letters_of(load_record(record), pack)
    except ValueError as error:
        print(f"{record.name}: {error}", file=sys.stderr)
        return 1
    segno.make(letters, error="m").terminal(compact=True)
    print(letters)
    return 0


def together(paths: list[Path], out: Path) -> int:
    """Lay the sums of several classes together. Raises OSError."""
    tables, left = pool.read(paths)
    _named(left, 0)
    if not tables:
        print("No table of a class to lay together.")
        return 1
    text = "\n".join(laid_together(tables)) + "\n"
    out.mkdir(parents=True, exist_ok=True)
    (out / "pooled.txt").write_text(text, encoding="utf-8")
    print(f"{text}written to {out / 'pooled.txt'}")
    return 0


def _named(left: list[tuple[str, str]], more: int) -> None:
    for name, why in left[:NAMED]:
        print(f"left out: {name}: {why}")
    if len(left) + more > NAMED:
        print(f"left out: {len(left) + more - NAMED:,} more")


def read(paths: Iterable[Path], pack: Pack, jobs: int) -> Gathered:
    """Read every play, in this process or in several; the outcome is the same."""
    paths = list(paths)
    if jobs > 1 and len(list(islice(pieces(paths), ALONE))) == ALONE:
        try:
            return _by_many(paths, jobs)
        except (BrokenProcessPool, OSError, ImportError):
            pass  # there are systems that allow no other process, or end one: then it takes longer
    return gather(paths, pack)


def _by_many(paths: list[Path], jobs: int) -> Gathered:
    """Read every play in other processes. Raises BrokenProcessPool, OSError or ImportError where they cannot be had."""
    gathered = Gathered()
    # Processes that begin anew are the same on every system, and inherit nothing half done.
    with ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("spawn")) as workers:
        waiting = []
        for lot in _lots(pieces(paths)):
            waiting.append((lot_names(lot), workers.submit(_elsewhere, levels(), lot)))
            if len(waiting) > AHEAD * jobs and not _in(gathered, *waiting.pop(0)):
                waiting.clear()
                break
        for names, done in waiting:
            if not _in(gathered, names, done):
                break
        workers.shutdown(cancel_futures=True)
    return gathered


def lot_names(lot: list[Piece]) -> list[str]:
    """What the pieces are called; their bytes need not be kept here."""
    return [piece.name for piece in lot]


def _in(gathered: Gathered, names: list[str], done: "Future[Lot]") -> bool:
    return all(take(gathered, name, found) for name, found in zip(names, done.result(), strict=True))


def _lots(every: Iterable[Piece]) -> Iterator[list[Piece]]:
    source = iter(every)
    while lot := list(islice(source, TOGETHER)):
        yield lot


@lru_cache(maxsize=1)
def _pack(folder: Path) -> Pack:
    pack = load(folder)
    gc.freeze()  # the levels stay: they need not be looked through whenever something else is swept up
    return pack


def _elsewhere(folder: Path, lot: list[Piece]) -> Lot:
    """A few pieces, in another process, which reads the levels once."""
    return [read_piece(piece, _pack(folder)) for piece in lot]
