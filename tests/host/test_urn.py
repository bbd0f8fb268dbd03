"""Letters from phones: one counts for each, for its own question alone, and what was acknowledged is in the sum."""

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from game.host.urn import BLANK, PRESENT, Urn

CHOICES = (("stay", "A", "Stay with him"), ("call", "B", "Call the warden"))


class Clock:
    now = 100.0

    def __call__(self) -> float:
        self.now += 0.3  # so that a count is never one of before
        return self.now


def urn(phones: int = 3, **more: int) -> Urn:
    made = Urn(Clock(), **more)
    made.ask("day 1", CHOICES)
    for n in range(phones):
        assert made.hear(f"phone {n}")
    return made


def test_a_letter_counts_once_and_the_last_one_does() -> None:
    made = urn()
    for letter in ("A", "A", "B", "B"):
        assert made.cast("phone 0", 1, letter) == "counted"
    assert made.cast("phone 1", 1, BLANK) == "counted"
    assert made.heard() == (2, 3)
    assert made.seal("day 1") == ({"stay": 0, "call": 1}, 1)


def test_what_comes_after_the_end_is_not_counted_and_its_phone_is_told_so_once() -> None:
    made = urn()
    made.cast("phone 0", 1, "A")
    made.seal("day 1")
    assert made.cast("phone 0", 1, "B") == "late"
    assert made.cast("phone 1", 1, "B") == "late"
    assert made.seal("day 1") == ({"stay": 1, "call": 0}, 0)
    assert [made.sight("phone 1").late, made.sight("phone 1").late] == [True, False]
    assert made.sight("phone 0").own == "A"


def test_a_letter_for_an_earlier_question_is_not_one_for_a_later_one() -> None:
    made = urn()
    made.seal("day 1")
    made.ask("day 2", CHOICES)
    assert made.cast("phone 0", 1, "A") == "late"
    assert made.seal("day 2") == ({"stay": 0, "call": 0}, 0)
    made.rest()
    made.ask("day 2", CHOICES)  # the same words on another evening
    assert made.cast("phone 0", 2, "A") == "late"
    assert made.cast("phone 0", 3, "A") == "counted"


def test_a_vote_that_is_opened_again_holds_what_it_held() -> None:
    made = urn()
    made.cast("phone 0", 1, "A")
    made.seal("day 1")
    made.ask("day 1", CHOICES)
    made.cast("phone 1", 1, "B")
    assert made.seal("day 1") == ({"stay": 1, "call": 1}, 0)


def test_with_its_question_everything_that_was_sent_is_forgotten() -> None:
    made = urn()
    made.cast("phone 0", 1, "A")
    made.rest()
    assert made.sight("phone 0").own == ""
    assert made.seal("day 1") == ({}, 0)
    assert made.heard() == (0, 3)
    assert not any("A" in str(value) for value in vars(made).values())


def test_only_letters_that_stand_there_and_only_phones_that_have_a_place_count() -> None:
    made = urn()
    assert [made.cast("phone 0", 1, letter) for letter in ("C", "a", "", "stay", "A\0")] == ["unknown"] * 5
    assert made.cast("nobody", 1, "A") == "unknown"
    assert made.heard()[0] == 0


def test_the_sums_of_one_question_are_never_taken_for_those_of_another() -> None:
    made = urn()
    made.cast("phone 0", 1, "A")
    assert made.seal("day 2") == ({}, 0)
    assert made.cast("phone 0", 1, "B") == "counted"  # nor is it closed by that


def test_there_is_an_end_to_places_and_whoever_is_long_gone_makes_room() -> None:
    made = urn(3, most=3)
    assert not made.hear("one more")
    made.cast("phone 0", 1, "A")
    clock = made._clock
    assert isinstance(clock, Clock)
    clock.now += PRESENT + 5
    assert not made.hear("one more")  # who has voted now is not pushed out
    made.rest()
    assert made.hear("one more")
    assert not made.knows("phone 0")
    assert made.heard() == (0, 1)


def test_pages_see_another_word_when_there_is_something_else_to_see_and_only_then() -> None:
    made = urn()
    words = [made.version]
    made.cast("phone 0", 1, "A")
    made.heard()
    assert made.version == words[0]
    for change in (lambda: made.seal("day 1"), lambda: made.ask("day 2", CHOICES), made.rest):
        change()
        words.append(made.version)
    assert len(set(words)) == 4
    assert Urn().version != Urn().version or Urn().version != Urn().version  # a new start is another room


@contextmanager
def hurried() -> Iterator[None]:
    """Threads take turns as often as they can."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        yield
    finally:
        sys.setswitchinterval(before)


def test_what_was_said_to_count_counts_however_the_end_falls() -> None:
    with hurried():
        for _round in range(20):
            made = urn(40)
            said: list[str] = []
            ready = threading.Barrier(5)

            def send(first: int, made: Urn = made, said: list[str] = said, ready: threading.Barrier = ready) -> None:
                ready.wait()
                phones = [f"phone {n}" for n in range(first, 40, 4)]
                said.extend(phone for phone in phones if made.cast(phone, 1, "A") == "counted")

            threads = [threading.Thread(target=send, args=(first,)) for first in range(4)]
            for one in threads:
                one.start()
            ready.wait()
            counts, _blank = made.seal("day 1")
            for one in threads:
                one.join()
            assert counts["stay"] == len(said)
