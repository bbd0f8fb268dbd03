"""The lot is fixed before anybody joins, cannot be guessed, and can be checked by anybody afterwards."""

import hashlib
from collections import Counter

import pytest

from game.host.arms import Arms, free_place
from game.host.keys import Keys, proquints, tidy_code
from game.model.content import Pack
from game.rules import start

SEED = "5e" * 32


@pytest.fixture
def arms(pack: Pack) -> Arms:
    return Arms.of(SEED, "taste", pack)


def test_every_block_holds_every_arm_once(arms: Arms) -> None:
    size = len(arms.all)
    for block in range(20):
        dealt = [arms.deal(block * size + i + 1, 1) for i in range(size)]
        assert Counter((deal.order, deal.file) for deal in dealt) == Counter(arms.all)


def test_blocks_are_shuffled_apart(arms: Arms) -> None:
    size = len(arms.all)
    orders = {tuple((d := arms.deal(b * size + i + 1, 1)).order + d.file for i in range(size)) for b in range(10)}
    assert len(orders) == 10


def test_each_arm_comes_first_about_as_often_as_any_other(pack: Pack) -> None:
    firsts = Counter((d.order, d.file) for n in range(800) for d in [Arms.of(f"{n:064x}", "taste", pack).deal(1, 1)])
    assert len(firsts) == 8 and all(60 < count < 145 for count in firsts.values())


def test_another_player_of_a_place_has_its_arm_and_another_seed(arms: Arms) -> None:
    first, second = arms.deal(3, 1), arms.deal(3, 2)
    assert (first.order, first.file) == (second.order, second.file) and first.seed != second.seed


def test_the_rule_in_words_is_enough_to_check_an_arm(arms: Arms) -> None:
    """Written from the published text alone, with nothing of the host's own."""

    def drawn(words: str) -> str:
        return hashlib.sha256(words.encode()).hexdigest()

    listed = arms.rule.split("a starting file: ")[1].split(". Place p")[0].split(", ")
    for place, take in ((1, 1), (2, 1), (8, 3), (9, 1), (77, 2)):
        block, number = (place - 1) // len(listed), (place - 1) % len(listed)
        arm = sorted(listed, key=lambda arm, block=block: drawn(f"{SEED}:block:{block}:{arm}"))[number]  # type: ignore[misc]
        deal = arms.deal(place, take)
        assert f"{deal.order}:{deal.file}" == arm
        assert deal.seed == int(drawn(f"{SEED}:play:{place}:{take}")[:7], 16)
    assert arms.hash == drawn(f"{SEED}\n{arms.rule}")


def test_another_seed_campaign_or_pack_has_another_hash(arms: Arms, pack: Pack) -> None:
    others = [
        Arms.of("5f" * 32, "taste", pack),
        Arms.of(SEED, "lesson", pack),
        Arms(SEED, "taste", "0" * 64, pack.files),
    ]
    assert len({arms.hash, *(other.hash for other in others)}) == 4


def test_every_arm_is_a_play_that_the_rules_can_begin(arms: Arms, pack: Pack) -> None:
    for place in range(1, 9):
        assert start(pack, arms.deal(place, 1).setup("taste")).plan


@pytest.mark.parametrize(
    ("held", "left", "expected"),
    [
        ([], [], (1, 1)),
        ([(1, 1), (2, 1)], [], (3, 1)),
        ([(1, 1), (3, 1)], [(2, 1)], (2, 2)),
        ([(1, 1), (2, 2)], [(2, 1)], (3, 1)),
        ([], [(1, 1), (1, 2), (2, 1)], (1, 3)),
    ],
)
def test_the_lowest_place_that_nobody_holds_comes_next(
    held: list[tuple[int, int]], left: list[tuple[int, int]], expected: tuple[int, int]
) -> None:
    assert free_place(held, left) == expected


def test_completed_plays_stay_balanced_where_a_third_drops_out(arms: Arms) -> None:
    """Drop-outs are replaced in their own arm by whoever comes later."""
    held: list[tuple[int, int]] = []
    left: list[tuple[int, int]] = []
    for n in range(240):
        place, take = free_place(held, left)
        (left if n % 3 == 0 and n < 200 else held).append((place, take))
    done = Counter((d.order, d.file) for place, take in held for d in [arms.deal(place, take)])
    assert max(done.values()) - min(done.values()) <= 1


def test_a_cookie_of_another_room_or_with_one_sign_changed_opens_nothing() -> None:
    here, there = Keys("ab" * 32), Keys("cd" * 32)
    token = here.token("0123456789abcdef")
    assert here.play_of(token) == "0123456789abcdef"
    assert there.play_of(token) == ""
    changed = [token[:i] + ("0" if sign != "0" else "1") + token[i + 1 :] for i, sign in enumerate(token)]
    assert not any(here.play_of(one) for one in [*changed, "", token + "0", token.upper(), "é" * 57])


def test_codes_are_two_words_that_can_be_read_aloud_and_typed_carelessly() -> None:
    keys = Keys("ab" * 32)
    codes = [keys.code(f"{n:016x}") for n in range(500)]
    assert all(tidy_code(f"  {code.upper().replace(' ', '-')}. ") == code for code in codes)
    assert len(set(codes)) == 500
    assert proquints(0x7F000001) == "lusab babad"  # the example in Wilkerson 2009


def test_a_page_to_join_with_begins_the_same_play_every_time_and_only_if_made_here() -> None:
    keys = Keys("ab" * 32)
    nonce = keys.nonce()
    assert keys.play_from(nonce) == keys.play_from(nonce) != ""
    assert (
        keys.play_from(Keys("cd" * 32).nonce()) == keys.play_from("0" * 32 + "." + "0" * 40) == keys.play_from("") == ""
    )
