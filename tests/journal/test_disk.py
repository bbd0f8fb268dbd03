"""Whatever is in the file, the answer is a record or a sentence."""

import json
import os
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.bots import play
from game.journal import BadRecord, Differs, Session, load, load_text, replay
from game.journal.lines import header_text, line_text
from game.model.content import Pack
from game.model.record import Record
from tests.conftest import ROOT
from tests.rules.lives import setup_of


def text_of(record: Record) -> bytes:
    return ("\n".join([header_text(record.header), *map(line_text, record.lines)]) + "\n").encode()


@pytest.fixture(scope="module")
def raw(pack: Pack) -> bytes:
    """A whole play as it lies on disk, with times in it."""
    lines = tuple(line.but(ms=i * 37 % 5000) for i, line in enumerate(play(pack, setup_of(5, "taste"), "dice").lines))
    session = play(pack, setup_of(5, "taste"), "dice")
    return text_of(session.record.but(lines=lines))


def assert_said(error: BadRecord | Differs) -> None:
    """What, where and the cure."""
    assert str(error).endswith((".", "?")) and len(str(error).split()) > 5, error


def times_in(raw: bytes) -> set[int]:
    """The places of the digits of every `ms`: the one thing that is outside the digest."""
    places: set[int] = set()
    start = 0
    for line in raw.splitlines(keepends=True):
        at = line.rfind(b'"ms":') + 5
        if at > 4:
            places |= {start + i for i in range(at, line.index(b",", at))}
        start += len(line)
    return places


def is_found(pack: Pack, changed: bytes) -> bool:
    """Whether loading or replaying says that something is wrong."""
    try:
        record = load_text(changed, "play")
        replay(pack, record)
    except (BadRecord, Differs) as error:
        assert_said(error)
        return True
    return record.torn


def test_a_record_comes_back_as_it_was(pack: Pack, raw: bytes) -> None:
    record = load_text(raw, "play")
    assert text_of(record) == raw and not record.torn
    assert replay(pack, record).phase == "over"


def test_a_changed_byte_is_found(pack: Pack, raw: bytes) -> None:
    """At 300 places drawn by chance, each changed into another byte drawn by chance."""
    luck, times = Random(1), times_in(raw)
    places = luck.sample([i for i in range(len(raw)) if i not in times], 300)
    for place in places:
        byte = luck.choice([b for b in range(256) if b != raw[place]])
        assert is_found(pack, raw[:place] + bytes([byte]) + raw[place + 1 :]), (place, chr(byte))


@pytest.mark.long
def test_a_changed_byte_anywhere_is_found(pack: Pack, raw: bytes) -> None:
    luck, times = Random(2), times_in(raw)
    for place in range(0, len(raw), 7):
        if place not in times:
            byte = raw[place] ^ (1 << luck.randrange(8))
            assert is_found(pack, raw[:place] + bytes([byte]) + raw[place + 1 :]), (place, chr(byte))


def test_a_changed_time_changes_nothing_else(pack: Pack, raw: bytes) -> None:
    luck = Random(3)
    for place in luck.sample(sorted(times_in(raw)), 20):
        digit = b"1" if raw[place : place + 1] != b"1" else b"2"
        record = load_text(raw[:place] + digit + raw[place + 1 :], "play")
        assert [line.digest for line in record.lines] == [line.digest for line in load_text(raw, "play").lines]


@pytest.mark.parametrize("change", ["left out", "doubled", "swapped", "added"])
def test_lines_left_out_doubled_swapped_or_added_are_found(pack: Pack, raw: bytes, change: str) -> None:
    lines = raw.splitlines(keepends=True)
    for at in (1, 2, len(lines) // 2, len(lines) - 2):
        other = {
            "left out": [*lines[:at], *lines[at + 1 :]],
            "doubled": [*lines[: at + 1], *lines[at:]],
            "swapped": [*lines[:at], lines[at + 1], lines[at], *lines[at + 2 :]],
            "added": [*lines[:at], b"\n", *lines[at:]],
        }[change]
        assert is_found(pack, b"".join(other)), at


def cut_at(pack: Pack, raw: bytes, at: int) -> None:
    """A record cut short anywhere is the lines that are whole, or, cut within its first line, a sentence."""
    cut = raw[:at]
    if b"\n" not in cut:
        with pytest.raises(BadRecord) as caught:
            load_text(cut, "play")
        assert_said(caught.value)
        return
    record = load_text(cut, "play")
    assert record.torn is not cut.endswith(b"\n")
    assert len(record.lines) == cut.count(b"\n") - 1


def test_cut_short_anywhere_it_never_breaks(pack: Pack, raw: bytes) -> None:
    luck = Random(4)
    head = raw.index(b"\n") + 2
    for at in {*range(0, head, 9), *range(head - 4, head), *luck.sample(range(len(raw)), 60)}:
        cut_at(pack, raw, at)


@pytest.mark.long
def test_cut_short_at_every_seventeenth_byte_it_never_breaks(pack: Pack, raw: bytes) -> None:
    for at in range(0, len(raw), 17):
        cut_at(pack, raw, at)


def test_cut_short_at_any_line_it_goes_on_there(pack: Pack, raw: bytes, tmp_path: Path) -> None:
    path = tmp_path / "one.jsonl"
    for at in (1, 2, 40, raw.count(b"\n") - 1):
        path.write_bytes(b"".join(raw.splitlines(keepends=True)[:at]) + b'{"n":')
        session = Session.resume(pack, load(path), path)
        assert len(session.lines) == at - 1
        assert not load(path).torn


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "no whole line"), (b"\n", "no header"), (b"[]\n", "no header"), (b"12\n", "no header"),
        (b'"x"\n', "no header"),        (b'{"name":"else"}\n', "no header"), (b"\x00\xff\xfe\n", "no header"),
        (b"PK\x03\x04" * 90 + b"\n", "no header"),
        (b'{"format":2}\n', "format 2"), (b'{"format":"new"}\n', "format new"), (b'{"format":null}\n', "format None"),
        (b'{"format":1}\n', "missing or unknown"), (b'{"format":1,"more":1}\n', "missing or unknown"),
        (b"[" * 100_000 + b"\n", "no header"), (b'{"format":' + b"9" * 5000 + b"}\n", "no header"),
    ],
)  # fmt: skip
def test_a_foreign_file_is_named_and_refused(content: bytes, words: str) -> None:
    with pytest.raises(BadRecord, match=words) as caught:
        load_text(content, "play")
    assert_said(caught.value)
    assert str(caught.value).startswith("play:1:")


@given(st.binary(max_size=200))
def test_any_bytes_give_a_record_or_a_sentence(content: bytes) -> None:
    with pytest.raises(BadRecord) as caught:
        load_text(content, "play")
    assert_said(caught.value)


@given(st.data())
def test_any_json_after_a_header_gives_a_sentence(pack: Pack, data: st.DataObject) -> None:
    header = header_text(Session.new(pack, setup_of(), None, game="test", play="abc").header)
    things = st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=5),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["n", "act", "do", "x"]), inner),
        max_leaves=8,
    )
    line = json.dumps(data.draw(things))
    with pytest.raises(BadRecord, match=r"^play:2: "):
        load_text(f"{header}\n{line}\n".encode(), "play")


def test_a_future_format_says_that_a_newer_game_may_read_it(raw: bytes) -> None:
    with pytest.raises(BadRecord, match="newer game"):
        load_text(raw.replace(b'"format":1', b'"format":2', 1), "play")


@pytest.mark.parametrize("kind", ["missing", "folder"])
def test_a_path_without_a_file_is_named(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "gone.jsonl" if kind == "missing" else tmp_path
    with pytest.raises(BadRecord) as caught:
        load(path)
    assert str(path) in str(caught.value)
    assert_said(caught.value)


def test_a_file_larger_than_any_play_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.jsonl"
    with path.open("wb") as file:
        file.truncate((64 << 20) + 1)
    with pytest.raises(BadRecord, match="larger"):
        load(path)


def test_a_record_of_other_levels_can_be_read_but_not_replayed(pack: Pack, raw: bytes) -> None:
    record = load_text(raw, "play")
    for other in (pack.but(digest="0" * 64), pack.but(info=pack.info.but(id="elsewhere"))):
        with pytest.raises(Differs, match="can be read, not replayed"):
            replay(other, record)
        with pytest.raises(Differs):
            Session.resume(other, record, None)


def test_a_record_of_a_campaign_that_is_not_there_says_so(pack: Pack) -> None:
    session = Session.new(pack, setup_of(), None, game="test", play="abc")
    for change in ({"campaign": "nowhere"}, {"file": "nobody"}):
        header = session.header.but(setup=session.header.setup.but(**change))
        with pytest.raises(Differs, match=next(iter(change.values()))):
            replay(pack, Record(header=header))


SAME = """
import hashlib
from game.bots import play
from game.content import levels, load
from game.journal.lines import header_text, line_text
from tests.rules.lives import ORDERS, setup_of
pack = load(levels())
for number, bot in enumerate(("dice", "saint", "climber", "sheep")):
    record = play(pack, setup_of(9, ("lesson", "taste")[number % 2], ORDERS[number % 2]), bot).record
    text = "\\n".join([header_text(record.header), *map(line_text, record.lines)])
    print(bot, hashlib.sha256(text.encode()).hexdigest())
"""


def test_the_same_seed_gives_the_same_record_byte_for_byte() -> None:
    """In processes of their own, each with another seed for Python's hashes."""
    said = set()
    for hash_seed in ("0", "4242"):
        done = subprocess.run(
            [sys.executable, "-c", SAME], cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": hash_seed},
            capture_output=True, text=True, check=True,
        )  # fmt: skip
        said.add(done.stdout)
    assert len(said) == 1 and len(said.pop().splitlines()) == 4
