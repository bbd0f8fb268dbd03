"""The strict reader: YAML without its surprises, and the position of everything."""

from pathlib import Path

import pytest
import yaml

from game.content import reader
from game.content.reader import Read, read
from tests.conftest import ROOT


@pytest.fixture
def of(tmp_path: Path):
    def reading(text: str | bytes) -> Read:
        file = tmp_path / "a.yaml"
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return read(file, "a.yaml")

    return reading


@pytest.mark.parametrize(
    ("written", "means"),
    [
        ("no", "no"), ("yes", "yes"), ("on", "on"), ("Off", "Off"), ("NO", "NO"), ("True", "True"),
        ("12:30", "12:30"), ("010", "010"), ("0x1F", "0x1F"), ("1_000", "1_000"), ("0o17", "0o17"), ("1e3", "1e3"),
        ("2026-11-23", "2026-11-23"), (".inf", ".inf"), ("1.5", "1.5"), ("=", "="), ("Null", "Null"), ("+", "+"),
        ("true", True), ("false", False), ("null", None), ("~", None), ("", None),
        ("0", 0), ("7", 7), ("-3", -3), ("+4", 4), ("123456789012345678", 123456789012345678),
        ('"7"', "7"), ("'true'", "true"), ('"null"', "null"), ('""', ""),
    ],
)  # fmt: skip
def test_words_stay_words(written: str, means: object, of) -> None:
    got = of(f"key: {written}\n")
    assert got.faults == []
    assert (got.value["key"], type(got.value["key"])) == (means, type(means))


def test_a_number_of_any_length_is_read_without_a_crash(of) -> None:
    assert of("key: " + "9" * 6000).value == {"key": "9" * 6000}


def test_blocks_of_text_lose_their_last_line_end(of) -> None:
    assert of("key: |\n  one\n  two\n").value == {"key": "one\ntwo"}
    assert of("key: >\n  one\n  two\n").value == {"key": "one two"}


def test_every_part_has_its_position(of) -> None:
    got = of("id: a\nlist:\n  - {x: 1, y: 2}\n  - z\n")
    assert got.value == {"id": "a", "list": ({"x": 1, "y": 2}, "z")}
    places = {("id",): (1, 1), ("list",): (2, 1), ("list", 0, "y"): (3, 12), ("list", 1): (4, 5)}
    assert {path: got.place(path) for path in places} == places


def test_a_part_without_a_position_has_that_of_what_holds_it(of) -> None:
    assert of("a:\n  b: 1\n").place(("a", "b", "c", 4)) == (2, 3)


@pytest.mark.parametrize(
    ("text", "place", "says"),
    [
        ("a: 1\nb: 2\na: 3\n", (3, 1), "“a” stands twice"),
        ("a:\n  b: {c: 1, d: 2, c: 3}\n", (2, 19), "“c” stands twice"),
        ("a: &x 1\nb: 2\n", (1, 4), "anchors"),
        ("a: *x\n", (1, 4), "anchors"),
        ("a: 1\n? [b]\n: 2\n", (2, 3), "a key is not a word"),
        ("a: [1, 2\nb: 3\n", (2, 2), "is not YAML here"),
        ('a: "open\n', (2, 1), "is not YAML here"),
        ("a: 1\n\tb: 2\n", (2, 1), "is not YAML here"),
        ("a: 1\n---\nb: 2\n", (2, 1), "is not YAML here"),
        ("a: one: two\n", (1, 7), "is not YAML here"),
        ("a: \x07\n", (1, 4), "control character"),
        ("a: b\ufffec\n", (1, 5), "control character"),
        ("", (1, 1), "the file is empty"),
        ("# only a remark\n", (1, 1), "the file is empty"),
        (b"a: \xff\n", (1, 1), "is not text"),
        (b"a: 1\nb: 2\nc: \xc3\x28\n", (3, 1), "is not text"),
        ("a: 1\n".encode("utf-16"), (1, 1), "is not text"),
        (b"\0" * 100, (1, 1), "control character"),
        (b"a: " + b"x" * (1 << 20), (1, 1), "larger than 1 MiB"),
    ],
)  # fmt: skip
def test_what_is_no_plain_yaml_is_named_where_it_stands(
    text: str | bytes, place: tuple[int, int], says: str, of
) -> None:
    fault = of(text).faults[0]
    assert says in fault.what
    assert (fault.file, fault.line, fault.column) == ("a.yaml", *place)
    assert fault.cure


@pytest.mark.parametrize("sign", ["[", "{a: ", "- "])
def test_deep_nesting_is_a_fault_not_a_crash(sign: str, of) -> None:
    assert of(sign * 1000).faults


def test_a_mark_at_the_beginning_and_lines_of_windows_change_nothing(of) -> None:
    got = of(b"\xef\xbb\xbfa: 1\r\nb: two\r\n")
    assert (got.value, got.faults) == ({"a": 1, "b": "two"}, [])
    assert got.place(("b",)) == (2, 1)


def test_what_cannot_be_opened_is_a_fault(tmp_path: Path) -> None:
    (fault,) = read(tmp_path / "nowhere.yaml", "nowhere.yaml").faults
    assert "cannot be read" in fault.what
    (fault,) = read(tmp_path, "folder").faults
    assert "cannot be read" in fault.what


def test_deep_nesting_is_a_fault_at_once(tmp_path: Path) -> None:
    """Two hundred thousand brackets do not keep anybody waiting, and are named where they go too deep."""
    file = tmp_path / "deep.yaml"
    file.write_text("[" * 200_000, encoding="utf-8")
    (fault,) = read(file, "deep.yaml").faults
    assert (fault.line, fault.column, fault.what) == (1, 41, "is nested too deeply")


def test_the_fast_reader_and_the_slow_one_read_every_level_file_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    """Values and places; where a faultless file is concerned nobody can tell which one was there."""
    files = sorted((ROOT / "levels").rglob("*.yaml"))
    fast = [read(file, file.name) for file in files]
    monkeypatch.setattr(reader, "LOADERS", (yaml.SafeLoader,))
    assert files and [read(file, file.name) for file in files] == fast
