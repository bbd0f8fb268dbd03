"""Two lives part nowhere but where a rule says so, and the rule is named beside."""

import json
from itertools import combinations, product

import pytest

from game.bots.bots import BOTS
from game.bots.play import play
from game.content import levels
from game.debrief.cards import cards
from game.debrief.names import Names
from game.debrief.pages import debrief
from game.debrief.partings import STEPS, differing, pairs, partings, unnamed
from game.debrief.reading import read
from game.debrief.relive import Living, cues_of
from game.debrief.report import render
from game.debrief.twin import beside, live, twin
from game.debrief.twins import Twins
from game.debrief.words import spelt
from game.model.content import Needs
from game.model.record import Setup
from game.rules.fate import fate
from tests.quick import few

CAMPAIGNS = ("taste", "lesson", "full", "honour_roll")
FILES = ("middle", "lane", "debt_friends", "hill")
PLAYS = [(bot, campaign) for campaign in CAMPAIGNS for bot in BOTS]
OFTEN = {("fox", "taste"), ("dice", "taste"), ("sheep", "lesson"), ("mule", "full"), *product(BOTS, ["honour_roll"])}
BY_FILE = {"balances", "opened", "dawn", "setup"}
"""What the rules about a file may change of a state by themselves; doors follow from balances."""


def twins_of(pack, record):
    names = Names(pack)
    return Twins(pack, record, names, cards(read(record), names))


def told(life):
    """A life as bytes, but for the name of its file."""
    return [json.dumps([step.n, step.act.model_dump(), [e.model_dump() for e in step.events],
                        {**step.state.model_dump(), "setup": ""}], default=str) for step in life.steps]  # fmt: skip


@pytest.mark.parametrize(("bot", "campaign"), few(PLAYS, lambda play: play in OFTEN), ids=lambda v: v)
def test_the_same_file_gives_the_same_life_byte_for_byte(pack, lived, bot, campaign):
    """Also where the file is put together by hand from the same parts, in a pack that was made for it."""
    record = lived(bot, campaign, "visible-first", 3, "hill")
    same = twin(pack, record, "hill")
    assert told(same.own) == told(same.other)
    assert [e for step in same.other.steps for e in step.events] == [e for line in record.lines for e in line.events]
    by_hand = pack.but(files={**pack.files, "made_by_hand": pack.files["hill"].but(id="made_by_hand", middle=False)})
    made = live(by_hand, record.header.setup.but(file="made_by_hand"), cues_of(pack, record)).life()
    assert told(made) == told(same.own)


@pytest.mark.parametrize(("bot", "campaign"), few(PLAYS, lambda play: play in OFTEN), ids=lambda v: v)
@pytest.mark.parametrize("file", ["lane", "debt_friends", "hill"])
def test_another_file_changes_nothing_but_what_rules_refer_to(pack, lived, bot, campaign, file):
    """Until a step is shut, states differ in balances alone, by exactly the sum of the rules that read the file."""
    record = lived(bot, campaign, "visible-first", 3)
    run = twin(pack, record, file)
    shut = min([b.n for b in run.blocked] + [m.n for m in run.missed], default=10**9)
    mine, theirs = set(pack.files["middle"].has), set(pack.files[file].has)
    for pair in pairs(run.own, run.other):
        if pair.n >= shut:
            break
        doors = {d[:2] for a, b in zip(pair.own.doors, pair.twin.doors, strict=True) if a != b for d in (a,)}
        apart = {f for f in type(pair.own).model_fields if getattr(pair.own, f) != getattr(pair.twin, f)}
        assert apart <= BY_FILE | {"doors"}
        own, other = dict(pair.own.balances), dict(pair.twin.balances)
        assert own.keys() == other.keys()
        for regime, points in own.items():
            assert other[regime] - points == by_rules(pack, regime, own, mine, theirs)
        for regime, door in doors:
            assert own[regime] != other[regime], "a door that is judged otherwise has a balance that is another"
            assert door in {rule.door for rule in pack.regimes[regime].doors}


def by_rules(pack, regime, lived, mine, theirs):
    """What the rules about files make of the difference; a balance that was carried on has its regime's."""
    at = pack.regimes[regime]
    if at.carries_on in lived:
        at = pack.regimes[at.carries_on]
    return sum(rule.points * ((rule.has in theirs) - (rule.has in mine)) for rule in at.file)


@pytest.mark.parametrize("number", few(range(40), lambda number: number < 15))
def test_whatever_the_file_every_difference_has_a_rule(pack, number):
    """Short plays drawn by chance, and files put together by chance; the same ones every time."""
    bot = BOTS[fate(number, "bot") % len(BOTS)]
    campaign = ("taste", "honour_roll", "honour_roll", "lumen", "second_app")[fate(number, "campaign") % 5]
    order = ("visible-first", "hidden-first")[number % 2]
    own, seed = FILES[fate(number, "own") % len(FILES)], fate(number, "seed") % 50
    parts = dict.fromkeys(part for file in pack.files.values() for part in file.has)
    has = frozenset(part for part in parts if fate(number, "has", part) % 2)
    record = play(pack, Setup(campaign=campaign, seed=seed, order=order, file=own), bot).record
    every = twins_of(pack, record)
    one = every.beside(has)
    known, _ = every._with(has)
    assert unnamed(known, every.names, one.run) == ()
    assert all(parting.rules and parting.says for parting in one.parted)
    if has == every.mine:
        assert (one.same, one.parted, one.run.blocked, one.run.parted) == (True, (), (), ())
    last = {key for pair in pairs(one.run.own, one.run.other) for key in differing(pair.own, pair.twin)}
    assert last <= {key for parting in one.parted for key in parting.touches}


@pytest.mark.parametrize(
    ("bot", "campaign"),
    few(product(BOTS, ("lesson", "full")), lambda play: play in {("dice", "lesson"), ("fox", "full")}),
    ids=lambda v: v,
)
def test_long_plays_have_a_rule_for_every_difference_too(pack, lived, bot, campaign):
    record = lived(bot, campaign, "visible-first", 3)
    for file in FILES[1:]:
        run = twin(pack, record, file)
        assert unnamed(pack, Names(pack), run) == ()
        for parting in partings(pack, Names(pack), run, ()):
            assert parting.rules
            assert parting.kind == "close" or parting.touches or parting.kind in STEPS


def test_a_difference_without_a_rule_is_found(pack, lived):
    """An alarm: were the town's trust to hang on the file, no rule would be named for it."""
    record = lived("dice", "taste", "visible-first", 1)
    run = twin(pack, record, "hill")
    bent = [s if s.n < 9 else type(s)(s.n, s.act, s.state.but(trust=s.state.trust + 1), s.events)
            for s in run.other.steps]  # fmt: skip
    other = type(run.other)(**{**vars(run.other), "steps": tuple(bent)})
    odd = type(run)(run.own, other, run.moments, run.blocked, run.missed, run.only_own, run.only_twin, run.rules)
    assert unnamed(pack, Names(pack), odd)[0][1] == "trust"


def test_every_rule_that_is_named_stands_in_the_level_file_that_is_named(pack, lived):
    checked = 0
    for bot, campaign, seed, own, file in SHUT:
        every = twins_of(pack, lived(bot, campaign, "visible-first", seed, own))
        for parting in every.beside(frozenset(pack.files[file].has)).parted:
            for rule in parting.rules:
                path, _, inside = rule.where.partition(", ")
                text = (levels().parent / path).read_text(encoding="utf-8")
                assert all(word in text for word in inside.split(": ")), rule.where
                checked += 1
    assert checked > 20


SHUT = [
    ("sheep", "taste", 0, "hill", "lane"), ("saint", "taste", 7, "middle", "debt_friends"),
    ("climber", "lesson", 5, "hill", "lane"),
]  # fmt: skip
"""Plays in which the twin finds a step shut."""


@pytest.mark.parametrize(("bot", "campaign", "seed", "own", "file"), SHUT)
def test_a_step_that_was_shut_appears_with_its_reason_and_what_replaced_it(pack, lived, bot, campaign, seed, own, file):
    record = lived(bot, campaign, "visible-first", seed, own)
    one = twins_of(pack, record).beside(frozenset(pack.files[file].has))
    assert one.run.blocked
    for gone in one.run.blocked:
        parting = next(p for p in one.parted if p.n == gone.n and p.kind == "blocked")
        turns = {t.id: t.text for t in pack.scenes[gone.moment.partition(".")[2]].choices}
        assert turns[gone.wanted] in parting.says
        assert turns[gone.took] in parting.says
        assert gone.why == parting.rules[0].text
        assert parting.opens == gone.n
        stop = one.course.stops[next(at for at, p in one.course.marks if p is parting)]
        assert (stop.own.did, stop.twin.did) == (turns[gone.wanted], f"Shut. Instead: {turns[gone.took]}")
    assert [row[1] for row in one.shut.rows] == [p.says for p in one.parted if p.kind == "blocked"]


def strict(pack):
    """Levels in which all but the last choice of what is not compared asks for six hundred points."""
    need = Needs(regime="notice_board", at_least=600, why="Takes six hundred.")

    def shut(held):
        many = len(held.choices) - 1
        return held.but(choices=tuple(
            t.but(needs=need if at < many else None, instead=None) for at, t in enumerate(held.choices)
        ))  # fmt: skip

    return pack.but(
        scenes={name: shut(scene) for name, scene in pack.scenes.items()},
        nudges={name: shut(nudge) for name, nudge in pack.nudges.items()},
    )


def test_over_a_fifth_replaced_the_page_says_so_and_compares_nothing(pack):
    hard = strict(pack)
    setup = Setup(campaign="honour_roll", seed=3, order="visible-first", file="hill")
    whole = debrief(play(hard, setup, "sheep").record, hard)
    page = next(p for p in whole.pages if p.id == "twin")
    one = page.twins.beside(page.twins.first)
    assert len(one.run.blocked) * 5 > one.run.moments
    assert page.headline.startswith("The twin could not live your life")
    assert page.charts == ()
    captions = [table.caption for table in page.tables]
    assert "What was shut to the twin" in captions
    assert not {"Where they part", "Which rule did it"} & set(captions)
    html = render(whole)
    assert "could not live your life" in html.split('id="twin"')[1].split('id="liked"')[0]


def test_a_life_is_the_same_in_any_portions(pack, lived):
    record = lived("climber", "lesson", "visible-first", 5)
    cues = cues_of(pack, record)
    setup = record.header.setup.but(file="lane")
    whole = live(pack, setup, cues)
    for portion in (1, 7, 1000):
        living = Living(pack, setup, cues)
        while not living.go(portion):
            pass
        assert living.life() == whole.life()
        assert beside(pack, whole.life(), living) == beside(pack, whole.life(), whole)


def test_any_set_of_parts_can_be_lived_under_and_the_play_is_not_touched(pack, lived):
    record = lived("fox", "taste", "visible-first", 3)
    before = record.model_dump_json()
    every = twins_of(pack, record)
    own = told(every.own)
    ids = [part.id for part in every.parts]
    assert set(ids) == {part for file in pack.files.values() for part in file.has}
    for many in range(len(ids) + 1):
        for has in map(frozenset, combinations(ids, many)):
            one = every.beside(has)
            starts = [p for p in one.parted if p.kind == "file"]
            worth = [by_rules(pack, regime, (), set(), has) for regime in ("notice_board", "lumen")]
            assert bool(starts) == any(worth)  # what is taken with one hand may be given with the other
            named = {rule.where.rpartition(": ")[2] for p in starts for rule in p.rules}
            assert named == (set(has) if any(worth) else set())
    assert (record.model_dump_json(), told(every.own)) == (before, own)
    assert set(pack.files) == set(FILES)


def test_the_table_has_every_other_file_and_says_what_its_twin_says(pack, lived):
    record = lived("fox", "lesson", "visible-first", 9)
    page = next(p for p in debrief(record, pack).pages if p.id == "twin")
    table = next(t for t in page.tables if t.caption == "Every other file")
    assert [row[0] for row in table.rows] == [f.name for f in pack.files.values() if f.id != "middle"]
    for file, row in zip(FILES[1:], table.rows, strict=True):
        run = twin(pack, record, file)
        assert row[1].startswith(f"{run.other.opened} of {run.other.tried} open (yours: {run.own.opened})")
        for day in run.other.days:
            assert day.points is None or str(day.points) in row[2] or any(
                later.regime == day.regime and later.day > day.day for later in run.other.days)


def test_words_of_a_hostile_level_file_stay_words(pack):
    """A name with markup is shown, never obeyed: in the page's data as it is, on paper escaped."""
    bad = "<script>alert(1)</script> {points} & \u202e"
    files = {name: file.but(name=bad, text=bad) for name, file in pack.files.items()}
    regimes = dict(pack.regimes)
    board = regimes["notice_board"]
    regimes["notice_board"] = board.but(name=bad, file=tuple(rule.but(text=bad, source=bad) for rule in board.file))
    hostile = pack.but(files=files, regimes=regimes)
    setup = Setup(campaign="honour_roll", seed=3, order="visible-first", file="middle")
    whole = debrief(play(hostile, setup, "sheep").record, hostile)
    page = next(p for p in whole.pages if p.id == "twin")
    assert page.twins.beside(page.twins.first).parted
    html = render(whole)
    assert "<script" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt; {points} &amp;" in html


@pytest.mark.parametrize("bot", ["fox", "saint", "dice"])
def test_the_headline_says_to_whom_each_door_opened_that_did_not_open_to_both(pack, lived, bot):
    every = twins_of(pack, lived(bot, "lesson", "hidden-first", 9))
    for file in FILES:
        one = every.beside(frozenset(pack.files[file].has))
        own = {(d.regime, d.door) for d in one.run.own.doors if d.open}
        other = {(d.regime, d.door) for d in one.run.other.doors if d.open}
        for alone, who in ((own - other, "you"), (other - own, "your twin")):
            doors = f"{spelt(len(alone))} door{'' if len(alone) == 1 else 's'} opened to {who} alone"
            assert (doors in one.headline.lower()) == bool(alone and one.run.liveable)


@pytest.mark.parametrize("cut", [1, 2, 5, 40, 120, 300])
def test_a_torn_record_has_twins_as_far_as_it_goes(pack, lived, cut):
    record = lived("fox", "lesson", "visible-first", 9)
    part = record.but(lines=record.lines[:cut], torn=True)
    every = twins_of(pack, part)
    for file in FILES:
        one = every.beside(frozenset(pack.files[file].has))
        assert one.course.stops
        assert one.headline
        assert unnamed(pack, every.names, one.run) == ()
