"""A play as a code: what goes in comes out, nothing else can come out, and no word is in it."""

import dataclasses
import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from game.seminar.code import LETTERS, BadCode, _fields, _Names, from_code, is_code, to_code
from game.seminar.gather import gather
from tests.seminar.conftest import GOLDEN, made
from tests.town import the_pack

PACK = the_pack()


@given(st.integers(0, 10**6))
def test_what_goes_in_comes_out(number):
    one = made(PACK, number)
    assert from_code(to_code(one, PACK), PACK) == one


def test_every_golden_play_comes_out_as_its_file_has_it(pack):
    students = gather(GOLDEN, pack).students
    assert len(students) == len(GOLDEN)
    for one in students:
        if pack.digest.startswith(one.levels):
            assert from_code(to_code(one, pack), pack) == one


def test_it_is_short_and_in_letters_that_a_small_code_to_scan_can_hold(pack):
    for number in range(50):
        code = to_code(made(pack, number), pack)
        assert len(code) <= 120
        assert re.fullmatch(r"GS1(-[0-9A-HJKMNP-TV-Z]{1,5})+", code)


def test_typed_carelessly_it_is_still_read(pack):
    one = made(pack, 7)
    code = to_code(one, pack)
    careless = f"  {code.lower().replace('-', '  ').replace('0', 'o').replace('1', 'l')} "
    assert is_code(careless) and from_code(careless, pack) == one


@given(at=st.integers(4, 90), letter=st.sampled_from(LETTERS), number=st.integers(0, 50))
def test_a_wrong_letter_is_found(at, letter, number):
    code = to_code(made(PACK, number), PACK)
    changed = code[:at] + letter + code[at + 1 :]
    assume(code[at] not in ("-", letter))
    with pytest.raises(BadCode):
        from_code(changed, PACK)


@given(at=st.integers(3, 79), number=st.integers(0, 50))
def test_a_letter_left_out_or_two_changed_about_are_found(at, number):
    code = to_code(made(PACK, number), PACK).replace("-", "")
    turned = code[:at] + code[at + 1] + code[at] + code[at + 2 :]
    for wrong in {code[:at] + code[at + 1 :], code[:-1], code[: at // 2], turned} - {code}:
        with pytest.raises(BadCode):
            from_code(wrong, PACK)


@given(st.text(max_size=500))
def test_anything_else_is_no_code(text):
    for line in (text, f"GS1-{text}"):
        with pytest.raises(BadCode):
            from_code(line, PACK)


def test_a_code_of_other_levels_is_refused_and_not_read_as_something_else(pack):
    other = pack.but(digest="0" * 64)
    with pytest.raises(BadCode, match="other level files"):
        from_code(to_code(made(pack, 1), pack), other)
    with pytest.raises(ValueError, match="other level files"):
        to_code(made(pack, 1), other)


def test_nothing_is_in_it_but_the_fields_of_a_student(pack):
    """So many values has each field; there is room for them, the key and a checksum, and for nothing else."""
    room = 1
    for many in _fields(_Names(pack)):
        room *= many
    letters = len(to_code(made(pack, 1), pack).removeprefix("GS1").replace("-", ""))
    assert letters * 5 <= room.bit_length() + 8 * (8 + 4) + 8 + 8 + 5  # and a mark each in front


def test_two_plays_that_did_the_same_have_two_codes(pack):
    one = made(pack, 3)
    assert to_code(one, pack) != to_code(dataclasses.replace(one, key="0" * 16), pack)
