"""Which sound belongs to what is a table without holes; and what is secret cannot be heard."""

from collections.abc import Iterator
from random import Random
from typing import get_args

import pytest

from game.model.acts import Act
from game.model.content import Pack
from game.model.state import State
from game.model.view import AskView, PlaceView, View
from game.rules import moment, step, view
from game.rules.hand import Hand
from game.rules.plan import is_last_of_condition, looked_at, regime_of
from game.screens.debrief.screen import Debrief
from game.screens.kit.screen import Screen
from game.screens.paint.events import EVENTS
from game.shell import cues
from game.shell.cues import SOUNDS, Cue
from game.shell.ear import Ear, Score
from tests.rules.lives import life
from tests.rules.test_secrets import HIDDEN, SMOKED, band, lives, other_looks, revealed, with_balance
from tests.screens.views import moment as shown
from tests.screens.views import posted, street

FEET = ("steps_stone", "signal", "gull", "stamp", "clock", "chime", "foghorn")  # named by screens and by the hour


def named() -> set[str]:
    """Every sound that some table can ask for."""
    found = {cue.name for cue in cues.SEEN.values() if cue} | set(cues.HANDLED.values()) | set(cues.CHOSEN.values())
    found |= {name for names in cues.ENTERED.values() for name in names} | set(cues.USED.values()) | {"door"}
    found |= set(cues.NIGHT.values()) | set(cues.ANSWERED.values()) | set(FEET)
    found |= {f"theme_{world}" for world in ("daylight", "print", "phone")}
    towns = [street(world=world, watch="none") for world in ("daylight", "print", "phone")]
    return found | {cues.bed(one) for one in (None, *towns, posted(watch="dark"))}


def test_every_sound_that_is_asked_for_is_known_and_every_known_one_is_asked_for() -> None:
    assert named() == set(SOUNDS)


def test_every_consequence_has_a_sound_or_is_known_to_be_silent() -> None:
    assert set(cues.SEEN) == set(EVENTS)


def test_places_activities_props_and_things_that_ask_are_those_of_the_levels(pack: Pack) -> None:
    activities = {one.id for place in pack.places.values() for one in place.activities}
    assert set(cues.ENTERED) <= set(pack.places) and set(cues.USED) <= activities
    assert set(cues.ANSWERED) == set(get_args(AskView.model_fields["kind"].annotation))
    assert {one.prop for one in pack.roams.values()} & set(cues.HANDLED)


def test_every_sound_has_a_caption_of_a_few_plain_words_of_its_own() -> None:
    captions = [one.caption for one in SOUNDS.values()]
    assert len(set(captions)) == len(captions)
    for caption in captions:
        assert 0 < len(caption.split()) <= 6 and caption[0].isupper() and not caption.endswith((".", "!"))


def test_an_interlude_is_only_the_sea() -> None:
    """Silence is a cue: no tune on its morning, no gulls, nothing under it but water."""
    night, dawn = posted(phase="ledger"), street(phase="morning", lantern="out", light="dawn")
    assert cues.bed(dawn) == "bed_sea"
    assert cues.music(night, dawn) == "" and not cues.gulls(street(lantern="out", light="dawn"))
    assert cues.gulls(street(light="dawn"))


def test_a_town_that_looks_different_has_its_tune_on_the_first_morning_only() -> None:
    night, dawn = street(phase="ledger"), posted(phase="morning")
    assert cues.music(night, dawn) == "theme_print"
    assert cues.music(dawn, dawn, "theme_print") == "theme_print"
    assert cues.music(dawn, posted()) == ""
    assert cues.music(posted(phase="ledger"), dawn) == ""


def test_what_is_seen_is_what_is_heard_and_a_stamp_sounds_when_it_lands() -> None:
    before = shown("counter")
    after = before.but(phase="then", chosen="b", seen="stamp_falls")
    assert cues.heard(before, after, Act(do="choose", what="b")) == (Cue("stamp", 0.33),)
    silent = after.but(seen="hat_raised")
    assert [cue.name for cue in cues.heard(before, silent, Act(do="choose", what="a"))] == ["coin"]


def test_passing_under_a_lens_sounds_like_passing_beside_it() -> None:
    """How it was done is in the act, but it is counted in secret."""
    acts = [Act(do="roam", what="gulls", how=how) for how in ("lens", "clear")]
    assert len({cues.heard(posted(), posted(), act) for act in acts}) == 1


def hearing(pack: Pack, states: list[State], acts: list[Act]) -> list[Score]:
    """All that is heard of states that follow each other."""
    ear, found = Ear(), []
    views = [view(pack, state) for state in states]
    for before, now, act in zip(views, views[1:], acts, strict=False):
        ear.act(before, now, act)
        found.append(ear.listen(now, (), 3.0))
    return found


def steps(pack: Pack, regime: str, number: int) -> Iterator[tuple[State, Act, State]]:
    """Steps of so many lives under a regime, before its reveal."""
    for setup, bot in lives(pack, number):
        for state, act in life(pack, setup, bot):
            if act and state.phase != "title" and regime_of(pack, state).id == regime and not revealed(pack, state):
                after, _ = step(pack, state, act)
                if regime_of(pack, after).id == regime and not revealed(pack, after):
                    yield state, act, after


@pytest.mark.parametrize("regime", [HIDDEN, SMOKED])
def test_two_states_that_differ_only_in_a_secret_sound_alike(pack: Pack, regime: str) -> None:
    luck, tried = Random(1), 0
    for state, act, _ in steps(pack, regime, 6):
        points = dict(state.balances)[regime]
        low, high = band(pack, points) if regime == HIDDEN else (-900, 900)
        other = with_balance(state, regime, luck.choice((low, high, luck.randint(low, high))))
        heard = [hearing(pack, [one, step(pack, one, act)[0]], [act]) for one in (state, other)]
        assert heard[0] == heard[1]
        tried += 1
    assert tried > 50


def test_a_look_from_behind_the_glass_is_not_to_be_heard(pack: Pack, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same lives, every look turned elsewhere: not a sound more or less until the last night tells."""
    chance = Hand.seen_by_chance

    def turned(hand: Hand, *what: str | int) -> bool:
        by_luck = regime_of(hand.pack, hand.state).scores == "looked_at"
        return chance(hand, *what) != by_luck

    def whole() -> list[list[Score]]:
        found = []
        for setup, bot in lives(pack, 4):
            states, acts = [], []
            for state, act in life(pack, setup, bot):
                told = state.phase == "ledger" and is_last_of_condition(pack, state)
                if told and regime_of(pack, state).id == SMOKED:
                    break
                states.append(state)
                acts += [act] if act else []
            found.append(hearing(pack, states, acts))
        return found

    as_drawn = whole()
    monkeypatch.setattr(moment, "looked_at", other_looks(looked_at))
    monkeypatch.setattr(Hand, "seen_by_chance", turned)
    assert whole() == as_drawn


def test_the_ear_hears_what_a_screen_does_once_and_its_feet_as_long_as_they_go() -> None:
    class Chair:
        noise, strikes, hushed = "steps_stone", ("stamp", 0), False

    chair, ear = Chair(), Ear()
    assert ear.listen(street(), [chair], 0.1).noise == "steps_stone"  # type: ignore[list-item]
    chair.noise, chair.strikes = "", ("stamp", 1)
    heard = [ear.listen(street(), [chair], 0.1) for _ in range(3)]  # type: ignore[list-item]
    assert [cue.name for one in heard for cue in one.cues] == ["stamp"]


def test_under_a_debrief_there_is_silence_even_if_it_was_opened_from_the_title() -> None:
    assert Debrief.hushed
    calm = Screen()
    calm.hushed = True
    assert Ear().listen(None, [calm], 0.1) == Score(low=True)
    assert Ear().listen(None, [Screen()], 0.1).bed == "bed_sea"


def test_what_is_read_lowers_the_bed(pack: Pack) -> None:
    seen: View = shown("counter")
    assert cues.reading(seen) and not cues.reading(street()) and not cues.reading(None)


def test_a_shop_is_left_by_the_door_one_came_in_by() -> None:
    def inside(place: str) -> View:
        room = PlaceView(id=place, name=place, line="", activities=())
        return street(phase="place", place=room)

    left = {place: cues.heard(inside(place), street(), Act(do="leave")) for place in ("bakery", "library", "park")}
    assert left == {"bakery": (Cue("bell"),), "library": (Cue("door"),), "park": ()}
