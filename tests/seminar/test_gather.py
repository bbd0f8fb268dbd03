"""What a class hands in: everything is hostile until it is checked; a bad file is named, and the rest is counted."""

import io
import json
import os
import struct
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.model.acts import Act, Event
from game.seminar import gather as room
from game.seminar.code import to_code
from game.seminar.gather import Piece, gather, read_piece
from game.seminar.student import key_of
from tests.seminar.conftest import GOLDEN, golden, made, under, written
from tests.town import the_pack

PLAY = golden("taste_visible-first_mule")
RAW = written(PLAY)


def zipped(files, method=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as packed:
        for name, raw in files.items():
            packed.writestr(name, raw)
    return out.getvalue()


def test_files_folders_and_zips_in_zips_give_the_same_plays(pack, handed_in, tmp_path):
    plays = {f"p{at}": written(under(PLAY, f"p{at}")) for at in range(4)}
    folder = handed_in("a/p0.jsonl", plays["p0"])
    handed_in("all.zip", zipped({"one student/p1.jsonl": plays["p1"], "b.ZIP": zipped({"p2.JSONL": plays["p2"]}),
                                 "__MACOSX/._p1.jsonl": b"x", "notes.docx": b"y"}))  # fmt: skip
    alone = tmp_path / "named.dat"
    alone.write_bytes(plays["p3"])
    found = gather([folder, alone, folder], pack)
    assert sorted(found.found) == sorted(key_of(play) for play in plays)
    assert (found.left_out, found.doubles) == ([], 3)


def test_every_golden_play_is_read_without_a_word(pack):
    found = gather(GOLDEN, pack)
    assert len(found.found) == len(GOLDEN) and found.left_out == []


def test_of_one_play_twice_the_one_that_goes_further_stays_whichever_came_first(pack, handed_in):
    for first, second in ((60, None), (None, 60)):
        handed_in("1.jsonl", written(PLAY, first))
        folder = handed_in("2.jsonl", written(PLAY, second))
        found = gather([folder], pack)
        (one,) = found.students
        assert one.done and (found.doubles, found.left_out) == (1, [])


def test_two_plays_with_one_id_are_both_left_out_also_if_one_comes_again(pack, handed_in):
    other = under(golden("taste_hidden-first_sheep"), PLAY.header.play)
    handed_in("1.jsonl", RAW)
    handed_in("2.jsonl", written(other))
    folder = handed_in("3.jsonl", RAW)
    found = gather([folder], pack)
    assert found.students == []
    assert [name for name, _ in found.left_out] == ["2.jsonl", "3.jsonl"] and found.doubles == 0
    assert all("same id" in why for _, why in found.left_out)


def test_a_play_that_parts_from_itself_half_way_is_another_play(pack, handed_in):
    lines = [*PLAY.lines]
    at = next(i for i, line in enumerate(lines) if any(e.did == "chose" and e.keeps for e in line.events))
    lines[at] = lines[at].but(events=tuple(
        e.but(keeps=False) if e.did == "chose" else e for e in lines[at].events
    ))  # fmt: skip
    handed_in("1.jsonl", RAW)
    folder = handed_in("2.jsonl", written(PLAY.but(lines=tuple(lines))))
    assert gather([folder], pack).students == []


def test_a_code_and_the_file_of_the_same_play_are_one(pack, handed_in):
    (one,) = gather([GOLDEN[-1]], pack).students
    folder = handed_in("codes.txt", f"# of room 12\n\n{to_code(one, pack).lower()}\nhello\n".encode())
    handed_in("play.jsonl", GOLDEN[-1].read_bytes())
    found = gather([folder], pack)
    assert (found.students, found.doubles, found.left_out) == ([one], 1, [])


def test_an_unfinished_file_yields_to_the_code_of_its_end_and_a_forged_code_throws_both_out(pack, handed_in):
    (whole,) = gather([GOLDEN[-1]], pack).students
    play = golden(GOLDEN[-1].stem)
    handed_in("codes.txt", to_code(whole, pack).encode())
    folder = handed_in("play.jsonl", written(play, 40))
    assert gather([folder], pack).students == [whole]
    handed_in("codes.txt", to_code(made(pack, 1, key=whole.key), pack).encode())
    folder = handed_in("play.jsonl", GOLDEN[-1].read_bytes())
    assert gather([folder], pack).students == []


def test_a_torn_play_is_counted_as_far_as_it_goes(pack, handed_in):
    (one,) = gather([handed_in("x.jsonl", RAW[:-30])], pack).students
    assert not one.done or one.close


@pytest.mark.parametrize(
    ("name", "raw", "why"),
    [
        ("empty.jsonl", b"", "no whole line"),
        ("word.jsonl", b"PK\x03\x04 not a play\n", "no header"),
        ("page.jsonl", b"<html><script>alert(1)</script></html>\n", "no header"),
        ("deep.jsonl", b"[" * 200_000 + b"\n", "no header"),
        ("deep2.jsonl", b'{"format":1,"a":' + b"[" * 100_000 + b"]" * 100_000 + b"}\n", "header"),
        ("new.jsonl", b'{"format":99}\n', "format 99"),
        ("number.jsonl", b'{"format":1e999}\n', "format"),
        ("digits.jsonl", b"9" * 100_000 + b"\n", "header"),
        ("large.jsonl", b"x" * (room.LARGEST + 1), "larger"),
        ("cut.zip", zipped({"a.jsonl": RAW})[:-30], ""),
        ("codes.txt", b"GS1-AAAA\n", "wrong or missing"),
        ("letter.txt", b"dear all\n", "no code"),
    ],
    ids=lambda value: value if isinstance(value, str) and "." in value else "",
)
def test_what_is_no_play_is_named_and_the_rest_is_counted(pack, handed_in, name, raw, why):
    handed_in("a good one.jsonl", RAW)
    found = gather([handed_in(name, raw)], pack)
    assert len(found.students) == 1
    assert found.left_out and found.left_out[0][0].startswith(name) and why in found.left_out[0][1]


def bomb(kind, size):
    """A member that says it is small, or one that is truthful, and unpacks to `size` noughts."""
    raw = zipped({"a.jsonl": b"\0" * size})
    if kind == "liar":  # the claimed size stands in the central directory and in the local header
        raw = raw.replace(struct.pack("<I", size), struct.pack("<I", 1000))
    return raw


@pytest.mark.parametrize("kind", ["truthful", "liar"])
def test_a_bomb_is_not_unpacked(pack, handed_in, kind):
    found = gather([handed_in("bomb.zip", bomb(kind, 50 << 20))], pack)
    assert found.students == [] and len(found.left_out) == 1


def test_a_zip_in_a_zip_in_a_zip_is_not_opened_and_one_that_holds_itself_neither(pack, handed_in):
    inner = zipped({"a.jsonl": RAW})
    for _ in range(3):
        inner = zipped({"x.zip": inner})
    found = gather([handed_in("deep.zip", inner)], pack)
    assert found.students == [] and "zip in a zip in a zip" in found.left_out[0][1]


def test_many_small_bombs_end_at_a_sum(pack, handed_in, monkeypatch):
    monkeypatch.setattr(room, "ALL_INSIDE", 2 << 20)
    dice = os.urandom(1 << 20)
    inner = zipped({f"{at}.jsonl": dice for at in range(4)})
    found = gather([handed_in("many.zip", zipped({"a.zip": inner, "b.zip": inner}))], pack)
    assert any("the rest of it is not read" in why for _, why in found.left_out)
    assert len(found.left_out) < 9


def test_names_that_lead_out_of_the_folder_are_only_names(pack, handed_in, tmp_path):
    names = ["../../out.jsonl", "/etc/out.jsonl", "C:\\out.jsonl", "a/../../out.jsonl"]
    raw = zipped({name: written(under(PLAY, name)) for name in names})
    before = sorted(tmp_path.rglob("*"))
    found = gather([handed_in("paths.zip", raw)], pack)
    assert len(found.students) == 4
    assert sorted(tmp_path.rglob("*")) == sorted([*before, tmp_path / "handed in" / "paths.zip"])


def test_links_are_not_followed_in_a_folder_or_a_zip(pack, handed_in, tmp_path):
    secret = tmp_path / "secret"
    secret.mkdir()
    (secret / "s.jsonl").write_bytes(RAW)
    folder = handed_in("good.jsonl", written(under(PLAY, "other")))
    (folder / "link.jsonl").symlink_to(secret / "s.jsonl")
    (folder / "folder").symlink_to(secret, target_is_directory=True)
    (folder / "loop").symlink_to(folder, target_is_directory=True)
    info = zipfile.ZipInfo("link.jsonl")
    info.external_attr = 0o120777 << 16
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr(info, str(secret / "s.jsonl"))
    handed_in("link.zip", out.getvalue())
    found = gather([folder], pack)
    assert [one.key for one in found.students] == [key_of("other")] and found.left_out == []


def test_what_is_not_there_or_is_no_file_is_named(pack, tmp_path):
    found = gather([tmp_path / "gone.jsonl", tmp_path / "nul\0.jsonl"], pack)
    assert len(found.left_out) == 2


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_is_not_waited_for(pack, tmp_path):
    os.mkfifo(tmp_path / "p.jsonl")
    assert gather([tmp_path, tmp_path / "p.jsonl"], pack).students == []


def test_a_name_cannot_turn_round_or_hide_what_stands_about_it(pack, handed_in):
    found = gather([handed_in("a\u202egpj.exe\x1b[2J.jsonl", b"x\n")], pack)
    ((name, _),) = found.left_out
    assert name == "agpj.exe[2J.jsonl"


def test_ids_and_words_of_a_forged_record_never_come_into_a_student(pack, handed_in):
    evil = "=cmd|'/c calc'!A1<script>"
    forged = PLAY.but(header=PLAY.header.but(play=evil))
    wrong = [forged.header.setup.but(campaign=evil), forged.header.setup.but(file=evil)]
    for at, setup in enumerate(wrong):
        handed_in(f"{at}.jsonl", written(forged.but(header=forged.header.but(setup=setup))))
    lines = forged.lines[0].but(events=(
        Event(did="dawned", condition=evil, amount=1), Event(did="ended", what=evil),
        Event(did="chose", what=f"P.{evil}", condition="P", family=evil, keeps=True, keeping=evil),
        Event(did="chose", what=f"nudge.{evil}", arm="x", values=(evil,), choice=evil, nudge=evil),
        Event(did="judged", what=evil, why=evil, amount=10**9),
        Event(did="answered", what="bet", values=("9" * 500,)), Event(did="answered", what="tested", values=(evil,)),
        Event(did="answered", what="token", values=("9" * 400,), truth=("notice_board", "public")),
    ), act=Act(do="on"))  # fmt: skip
    folder = handed_in("c.jsonl", written(forged.but(lines=(lines,))))
    found = gather([folder], pack)
    assert [name for name, _ in found.left_out] == ["0.jsonl", "1.jsonl"]
    (one,) = found.students
    assert evil not in repr(one) and "script" not in repr(one)
    assert not any(one.kept.values()) and not one.pushes and not one.doors and not one.tokens and one.bet is None


WORDS = st.text(max_size=12) | st.sampled_from(
    ["P.fall", "H", "P", "fall", "bet", "pick_2", "1=2", "=", "own:x", "public", "lumen", "9" * 30, "x", "toward"]
)
EVENTS = st.builds(
    Event, did=st.sampled_from(["dawned", "chose", "answered", "balance", "judged", "ended", "revealed"]),
    what=WORDS, amount=st.integers(-(10**18), 10**18), why=WORDS, condition=WORDS, family=WORDS, choice=WORDS,
    keeps=st.none() | st.booleans(), arm=WORDS, nudge=WORDS, values=st.lists(WORDS, max_size=4).map(tuple),
    truth=st.lists(WORDS, max_size=4).map(tuple),
)  # fmt: skip
PACK = the_pack()


@given(st.lists(EVENTS, max_size=12))
def test_whatever_is_forged_is_a_student_in_bounds_or_is_left_out(events):
    line = PLAY.lines[0].but(act=Act(do="on"), events=tuple(events))
    raw = written(PLAY.but(lines=(line,)))
    (found,) = read_piece(Piece("x.jsonl", raw), PACK)
    if isinstance(found, tuple):
        assert found[0] == "x.jsonl"
    else:
        assert to_code(found.student, PACK)  # every field is within its bounds


@given(st.binary(max_size=300))
def test_any_bytes_at_all_are_left_out_with_a_word(raw):
    for name in ("x.jsonl", "x.txt"):
        assert all(isinstance(one, tuple) and one[1] for one in read_piece(Piece(name, raw), PACK))


@given(st.binary(max_size=60), st.integers(0, 400))
def test_a_damaged_zip_never_raises(noise, at):
    raw = zipped({"a.jsonl": RAW[:500]})
    at %= len(raw)
    list(room._zip(io.BytesIO(raw[:at] + noise + raw[at + len(noise) :]), "x.zip", 1))


def test_more_than_the_most_is_said_once_and_ends_the_reading(pack, handed_in, monkeypatch):
    monkeypatch.setattr(room, "MOST", 3)
    for at in range(6):
        folder = handed_in(f"{at}.jsonl", written(under(PLAY, f"p{at}"), 30))
    found = gather([folder], pack)
    assert len(found.students) == 3 and len(found.left_out) == 1 and "more than 3" in found.left_out[0][1]


def test_of_very_many_bad_files_some_are_named_and_all_are_counted(pack, handed_in, monkeypatch):
    monkeypatch.setattr(room, "MOST_NAMED", 5)
    raw = zipped({f"{at}.jsonl": b"x\n" for at in range(40)})
    found = gather([handed_in("a.zip", raw)], pack)
    assert (len(found.left_out), found.unnamed) == (5, 35)


@pytest.mark.long
def test_of_20_001_plays_the_last_is_not_read(pack, handed_in):
    few = PLAY.but(lines=PLAY.lines[:1])
    raw = zipped({f"{at}.jsonl": written(under(few, f"p{at}")) for at in range(room.MOST + 1)})
    found = gather([handed_in("a.zip", raw)], pack)
    assert len(found.found) == room.MOST and "more than 20,000" in found.left_out[-1][1]


def test_the_header_that_is_not_as_the_game_writes_it_is_no_record(pack, handed_in):
    head, rest = RAW.split(b"\n", 1)
    spaced = json.dumps(json.loads(head)).encode()
    assert gather([handed_in("x.jsonl", spaced + b"\n" + rest)], pack).students == []


def test_a_list_of_files_that_is_longer_than_a_class_is_not_read_into_memory(pack, handed_in, monkeypatch):
    """Half a MiB of zip can list a million files; each would take half a KiB of memory before it was counted."""
    monkeypatch.setattr(room, "LISTED", 20_000)
    many = zipped({f"{n}.jsonl": b"" for n in range(500)})
    folder = handed_in("all.zip", zipped({"one/many.zip": many, "one/a.jsonl": RAW}))
    found = gather([folder], pack)
    assert len(found.found) == 1
    assert found.left_out == [
        ("all.zip/one/many.zip", "is a damaged zip (its list of files is longer than that of a class)")
    ]


@pytest.mark.parametrize("method", [zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2])
def test_a_play_that_is_packed_in_a_rare_way_is_named_whole_or_torn(pack, handed_in, method):
    raw = zipped({"a.jsonl": RAW}, method)
    handed_in("whole.zip", raw)
    folder = handed_in("torn.zip", raw[:60] + bytes(40) + raw[100:])
    found = gather([folder], pack)
    assert [name for name, _ in found.left_out] == ["torn.zip/a.jsonl", "whole.zip/a.jsonl"] and not found.found


def test_a_digest_of_level_files_that_is_none_is_named(pack):
    """It stands in the table of sums, which takes eight hexadecimal digits and nothing else."""
    for digest in ("1", "", "=HYPERLINK()", pack.digest[:8], pack.digest + "0", pack.digest.upper()):
        forged = written(PLAY.but(header=PLAY.header.but(digest=digest)))
        ((name, why),) = read_piece(Piece("a.jsonl", forged), pack)
        assert (name, "digest of level files" in why) == ("a.jsonl", True), digest
