"""Plays of a class: golden ones under other ids, whole classes by bots, and students made by hand."""

import dataclasses
from random import Random

import pytest

from game.debrief.reading import CONDITIONS
from game.journal import load_text
from game.journal.lines import header_digest, header_text, make_line
from game.model.record import Record
from game.seminar.student import Push, Student, key_of
from tests.conftest import ROOT

RECORDINGS = ROOT / "tests" / "recordings"
GOLDEN = sorted(RECORDINGS.glob("*.jsonl"))


def written(record: Record, upto: int | None = None) -> bytes:
    """A record as its file, with the digests that belong to it."""
    digest, texts = header_digest(record.header), [header_text(record.header)]
    for line in record.lines[:upto]:
        made, text = make_line(digest, line.n, line.act, line.events, line.shown, line.ms)
        digest = made.digest
        texts.append(text)
    return "\n".join([*texts, ""]).encode()


def golden(name: str) -> Record:
    path = next(p for p in GOLDEN if p.stem == name)
    return load_text(path.read_bytes(), name)


def under(record: Record, play: str) -> Record:
    """The same play under another id."""
    return record.but(header=record.header.but(play=play))


def made(pack, number: int, *, seed: int = 1, effect: float = 0.0, base: float = 0.5, **changes) -> Student:
    """A student by lot: keeps each rule with chance `base`, and where the list is posted with `effect` more."""
    dice = Random(f"{seed} {number}")
    families = pack.campaigns["lesson"].families
    chance = {c: base + (effect if c in ("P", "D") else 0) for c in CONDITIONS}
    kept = {c: {} if c == "UH" else {f: dice.random() < chance[c] for f in pack.families if f in families}
            for c in CONDITIONS}  # fmt: skip
    pushes = tuple(
        Push(f, pack.families[f].nudge, "xz"[at % 2], kept["H"][f]) for at, f in enumerate(pack.families)
        if f in families
    )  # fmt: skip
    one = Student(
        key=key_of(f"made {seed} {number}"), levels=pack.digest[:8], campaign="lesson",
        order=("visible-first", "hidden-first")[number % 2], file=tuple(pack.files)[number % len(pack.files)],
        untimed=False, done=True, last="H", close=dice.choice(tuple(pack.closes)), kept=kept,
        looked=frozenset(dice.sample([f for f in pack.families if f in families], 2)), pushes=pushes,
        doors={"notice_board": (dice.randint(0, 3), 3), "dark_glass": (dice.randint(0, 3), 3)},
        tokens={c: (dice.randint(1, 5), dice.randint(1, 5)) for c in ("P", "H")},
        chalk=(dice.randint(0, 9), 9, dice.randint(0, 3), 3), before=(dice.randint(0, 4), 4), after=(4, 2),
        bet=dice.randint(0, 8), suspected=dice.randint(0, 3), tested=dice.randint(0, 5), pegs=dice.randint(0, 10),
    )  # fmt: skip
    return dataclasses.replace(one, **changes)


def room_of(pack, n: int, **words) -> list[Student]:
    return [made(pack, number, **words) for number in range(n)]


@pytest.fixture
def handed_in(tmp_path):
    """A function that puts bytes into a folder under a name and returns the folder."""
    folder = tmp_path / "handed in"
    folder.mkdir()

    def put(name: str, raw: bytes):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(raw)
        return folder

    return put
