"""The quick reading of a record: it finds what the thorough one finds, and nothing passes it that was changed."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.debrief.findings import findings
from game.journal import BadRecord, load_text
from game.journal import lean as module
from game.journal.lean import happened, lean
from game.journal.lines import header_digest
from tests.conftest import ROOT

GOLDEN = sorted((ROOT / "tests" / "recordings").glob("*.jsonl"))
RAW = GOLDEN[-1].read_bytes()


@pytest.mark.parametrize("path", GOLDEN, ids=lambda p: p.stem)
def test_it_gives_the_findings_that_the_whole_record_gives(path):
    whole, quick = load_text(path.read_bytes(), "x"), lean(path.read_bytes(), "x")
    assert findings(quick) == findings(whole)
    assert quick.header == whole.header and not quick.torn
    assert [line.events for line in quick.lines] == [line.events for line in whole.lines if line.events]


def test_what_is_not_wanted_is_not_read_but_its_digest_still_counts():
    some, every = lean(RAW, "x", ("chose",)), lean(RAW, "x")
    assert all(any(e.did == "chose" for e in line.events) for line in some.lines)
    assert len(some.lines) < len(every.lines)
    assert some.lines[-1].digest == next(line.digest for line in every.lines if line.n == some.lines[-1].n)
    pieces = RAW.split(b"\n")
    at = next(i for i, piece in enumerate(pieces) if b'"did":"spent"' in piece and b'"did":"chose"' not in piece)
    pieces[at] = pieces[at].replace(b'"did":"spent"', b'"did":"spend"')
    with pytest.raises(BadRecord, match=f"x:{at + 1}: does not fit"):
        lean(b"\n".join(pieces), "x", ("chose",))


def test_a_torn_last_line_is_dropped_and_said():
    torn = lean(RAW[:-40], "x")
    assert torn.torn and torn.lines == lean(RAW, "x").lines[: len(torn.lines)]


@given(at=st.integers(0, len(RAW) - 1), byte=st.integers(0, 255))
def test_a_byte_that_is_changed_is_found_or_was_the_time_spent(at, byte):
    changed = RAW[:at] + bytes([byte]) + RAW[at + 1 :]
    try:
        found = lean(changed, "x")
    except BadRecord:
        return
    known = lean(RAW, "x")
    assert found.header == known.header
    kept = [(line.n, line.act, line.events, line.digest) for line in found.lines]
    assert kept == [(line.n, line.act, line.events, line.digest) for line in known.lines][: len(kept)]
    assert len(kept) == len(known.lines) or found.torn or byte == ord("\n") or changed == RAW


@given(st.binary(max_size=400))
def test_anything_at_all_is_a_bad_record(raw):
    with pytest.raises(BadRecord):
        lean(raw, "x")
    with pytest.raises(BadRecord):
        lean(RAW.split(b"\n")[0] + b"\n" + raw + b"\n", "x")


def test_a_line_taken_out_or_told_twice_is_found():
    pieces = RAW.split(b"\n")
    for wrong in ([*pieces[:5], *pieces[6:]], [*pieces[:5], pieces[4], *pieces[5:]]):
        with pytest.raises(BadRecord):
            lean(b"\n".join(wrong), "x")


@pytest.mark.parametrize(
    "bare",
    [
        b'{"n":1,"act":{"do":"on"},"events":[{"did":"chose"}],"more":1',
        b'{"n":1,"act":{"do":"fly"},"events":[{"did":"x"}]',
        b'{"n":1,"act":{"do":"on"},"events":[{"did":"chose","amount":"7"}]',
        b'{"n":1,"act":{"do":"on"},"events":[{"did":"x","a":[1]}]',
        b'{"n":1,"act":{"do":"on"},"events":["did","chose","x"],"x":[{"did":"x"}]',
        b'{"n":1,"act":{"do":"on"},"events":[{"did":"x"}]},{"n":2,"act":7,"events":[]',
        b'{"n":1,"act":{"do":"on"},"events":[{"did":"x"},' + b"[" * 90_000,
        b'{"n":1,"n":5,"act":{"do":"on"},"events":[{"did":"x"}]',
        b'{"n":1,"act":{"do":"on"},"events":[{"did":"x","what":"\\ud800"}]',
        b'{"n":1,"act":{"do":"on"},"events":[{"did":"x","amount":1e9}]',
        b'{"n":1,"act":{"do":"on"},"events":[{"did":"x","what":"\xff"}]',
    ],
    ids=range(11),
)  # fmt: skip
@pytest.mark.parametrize("only", [(), ("chose", "x")])
def test_a_step_that_is_none_is_named_though_its_digest_fits(bare, only):
    head = RAW.split(b"\n")[0]
    before = header_digest(load_text(RAW, "x").header).encode()
    digest = hashlib.sha256(before + bare + b"}").hexdigest()[:32].encode()
    line = bare + b',"ms":0,"digest":"' + digest + b'"}'
    with pytest.raises(BadRecord, match="x:2: is no step"):
        lean(b"\n".join([head, line, b""]), "x", only)


def test_nobodys_own_words_stay_in_mind_after_a_play_was_read():
    """What is known already is not checked again; answers, in which words may stand, are forgotten at once."""
    for path in GOLDEN:
        happened(path.read_bytes(), "x")
    before = module._known_event.cache_info(), module._known_act.cache_info()
    assert before[0].hits > 100
    lines = RAW.split(b"\n")[1:-1]
    answers = [line for line in lines if b'"did":"answered"' in line]
    assert len(answers) > 4
    module._known_event.cache_clear()
    module._known_act.cache_clear()
    happened(RAW, "x", ("answered",))
    assert module._known_event.cache_info().currsize == 0
    assert module._known_act.cache_info().currsize <= len({line.partition(b'"events"')[0] for line in lines})
    long = b'{"did":"chose","what":"' + b"x" * 500 + b'"}'
    assert module._event(long).what == "x" * 500 and module._known_event.cache_info().currsize == 0


def test_what_is_read_of_a_step_is_the_same_whether_it_was_known_or_not():
    module._known_event.cache_clear()
    assert happened(RAW, "x") == happened(RAW, "x")
    lines = lean(RAW, "x").lines
    whole = [line for line in load_text(RAW, "x").lines if line.events]
    assert [(line.n, line.act, line.events, line.ms, line.digest) for line in lines] == [
        (line.n, line.act, line.events, line.ms, line.digest) for line in whole
    ]
