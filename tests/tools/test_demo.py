"""A bot's play from the command line, and the tools that read what it leaves."""

import json
from pathlib import Path

import pytest

from game.bots import BOTS
from game.journal import Differs, load
from game.model.content import Pack
from game.tools import Unknown, demo
from game.tools.debrief import debrief, read
from game.tools.replay import replay
from tests.conftest import Run
from tests.quick import long

FINDINGS = [
    "visible_hidden_difference", "surveillance_effect", "illusion_dividend", "hidden_difference",
    "internalisation_conduct", "internalisation_reasons", "nudge_effect", "override", "rule_guess", "sorting_gap",
    "approval",
]  # fmt: skip


@pytest.fixture(scope="module")
def out(pack: Pack, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a play of `taste` leaves behind."""
    folder = tmp_path_factory.mktemp("demo") / "new" / "folder"
    session = demo.by_rules_alone(pack, demo.set_up(pack, "taste", 7, "visible-first"), "fox")
    demo.write(session, folder)
    return folder


def test_a_demo_leaves_a_record_findings_and_a_debrief(out: Path) -> None:
    assert sorted(path.name for path in out.iterdir()) == ["debrief.html", "findings.json", "record.jsonl"]


def test_its_findings_have_the_shape_that_other_tools_rely_on(out: Path) -> None:
    whole = json.loads((out / "findings.json").read_text(encoding="utf-8"))
    assert (whole["format"], whole["campaign"], whole["order"]) == (1, "taste", "visible-first")
    assert [finding["id"] for finding in whole["findings"]] == FINDINGS
    keys = {"id", "concept", "verdict", "direction", "n", "value", "counts", "p", "statement", "caveat", "evidence",
            "sources"}  # fmt: skip
    assert all(set(finding) == keys for finding in whole["findings"])


def test_its_record_is_whole_and_the_rules_agree_with_it(out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    record = load(out / "record.jsonl")
    assert not record.torn
    assert record.lines[-1].n == len(record.lines)
    assert replay(out / "record.jsonl") == 0
    assert f"{len(record.lines)} steps" in capsys.readouterr().out


def test_the_same_words_give_the_same_bytes(pack: Pack, out: Path, tmp_path: Path) -> None:
    session = demo.by_rules_alone(pack, demo.set_up(pack, "taste", 7, "visible-first"), "fox")
    demo.write(session, tmp_path)
    for name in ("record.jsonl", "findings.json", "debrief.html"):
        assert (tmp_path / name).read_bytes() == (out / name).read_bytes()


def test_other_words_give_another_play(pack: Pack) -> None:
    plain = demo.set_up(pack, "taste", 7, "visible-first", "middle")
    other = [
        demo.play_id(demo.set_up(pack, "lesson", 7, "visible-first", "middle"), "fox"),
        demo.play_id(demo.set_up(pack, "taste", 8, "visible-first", "middle"), "fox"),
        demo.play_id(demo.set_up(pack, "taste", 7, "hidden-first", "middle"), "fox"),
        demo.play_id(demo.set_up(pack, "taste", 7, "visible-first", "hill"), "fox"),
        demo.play_id(plain, "dice"),
    ]
    assert len({demo.play_id(plain, "fox"), *other}) == 6
    assert all(len(one) == 16 and int(one, 16) >= 0 for one in other)


@pytest.mark.parametrize("bot", BOTS)
def test_every_bot_comes_to_the_end_in_both_orders(bot: str, pack: Pack) -> None:
    for order in ("visible-first", "hidden-first"):
        session = demo.by_rules_alone(pack, demo.set_up(pack, "lesson", 3, order), bot)
        assert session.state.phase == "over"


def test_a_word_for_nothing_is_refused_with_what_there_is(pack: Pack) -> None:
    with pytest.raises(Unknown, match="there are full, lesson, taste"):
        demo.set_up(pack, "feast", 7, "visible-first")
    with pytest.raises(Unknown, match="middle"):
        demo.set_up(pack, "taste", 7, "visible-first", "nobody")
    with pytest.raises(Unknown, match="saint, fox"):
        demo.by_rules_alone(pack, demo.set_up(pack, "taste", 7, "visible-first"), "wolf")


def test_a_debrief_is_said_or_written(out: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    record = out / "record.jsonl"
    assert debrief(record, None, None) == 0
    said = capsys.readouterr().out
    assert all(name in said for name in FINDINGS)
    page, data = tmp_path / "a" / "page.html", tmp_path / "b" / "data.json"
    assert debrief(record, page, data) == 0
    assert page.read_bytes() == (out / "debrief.html").read_bytes()
    assert data.read_bytes() == (out / "findings.json").read_bytes()


def test_a_torn_record_is_read_and_said(out: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    torn = tmp_path / "torn.jsonl"
    torn.write_bytes((out / "record.jsonl").read_bytes()[:-40])
    assert replay(torn) == 0
    assert "torn" in capsys.readouterr().out
    assert debrief(torn, None, None) == 0
    assert "cut short" in capsys.readouterr().out


def test_a_record_of_other_levels_is_read_but_not_replayed(pack: Pack, out: Path, tmp_path: Path) -> None:
    other = pack.but(digest="0" * 64)
    session = demo.by_rules_alone(other, demo.set_up(other, "taste", 7, "visible-first"), "fox")
    session.move_to(tmp_path / "other.jsonl")
    with pytest.raises(Differs, match="read, not replayed"):
        replay(tmp_path / "other.jsonl")
    whole = read(load(tmp_path / "other.jsonl"), pack)
    assert [finding.id for finding in whole.whole.findings] == [*FINDINGS, "chair"]


@pytest.mark.parametrize("bot", ["fox", long("dice")])
def test_pictures_change_nothing_in_the_record(bot: str, good_standing: Run, tmp_path: Path) -> None:
    words = ("demo", "--campaign", "taste", "--bot", bot, "--seed", "5", "--out")
    plain = good_standing(*words, tmp_path / "plain", "--no-screens")
    drawn = good_standing(*words, tmp_path / "drawn", "--size", "960x540", "--text", "160")
    assert (plain.returncode, drawn.returncode) == (0, 0), plain.stderr + drawn.stderr
    first, second = ((tmp_path / name / "record.jsonl").read_bytes() for name in ("plain", "drawn"))
    assert first == second
    names = [path.stem for path in (tmp_path / "drawn" / "screens").glob("*.png")]
    for kind in ("title", "street", "moment-walk", "moment-sheet", "ask", "ledger", "ending", "debrief"):
        assert any(f"-{kind}" in name for name in names), kind
