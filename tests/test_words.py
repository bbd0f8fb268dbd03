"""What the words of the play promise. They are gathered where a player meets them, not where they are written."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest

from game.bots import BOTS, Bot, keeps_table
from game.content.words import count_words
from game.journal import Session
from game.model.content import Pack, Way
from game.model.record import Order, Setup
from game.model.view import View
from game.screens.kit.answers import Do
from game.screens.kit.node import Node
from game.screens.plays import ABOUT, NOTE
from game.screens.saved import Settings
from game.screens.title import NOTE_LINE
from game.shell.desk import Desk
from game.telling.prices import DETOURS

SCREEN, CHOICE, THEN = 60, 12, 12
ORDERS: tuple[Order, ...] = ("visible-first", "hidden-first")
LONGEST = 3000  # steps
# What would give the debrief away, or name a person whom only the debrief names.
TOO_EARLY = re.compile(
    r"\b(foucault|bentham|lyon|creemers|aldendorff|kostka|botsman|thaler|sunstein|haggerty|mathiesen|simon"
    r"|surveill\w*|panopti\w*|nudg\w*|social credit|trust scores?|credit scores?|scores? of trust|credit systems?"
    r"|normalis\w*|sorting|rongcheng|sesame credit|china|chinese|experiments?|conditions?|compliance)\b",
    re.IGNORECASE,
)


@dataclass
class Heard:
    """All words that some plays showed, and the screens that they stood on."""

    said: set[str] = field(default_factory=set)  # anything at all, the phone's words left out
    by_phone: set[str] = field(default_factory=set)  # in the phone's voice
    moments: dict[str, str] = field(default_factory=dict)  # scene, aside, all options: together on one screen
    pages: set[str] = field(default_factory=set)
    asks: set[str] = field(default_factory=set)
    choices: set[str] = field(default_factory=set)
    labels: set[str] = field(default_factory=set)  # of the screens' own buttons and signs, as a voice says them
    phone_labels: set[str] = field(default_factory=set)  # the same while the phone is about

    @property
    def everything(self) -> set[str]:
        """All of it."""
        return self.said | self.by_phone | self.labels | self.phone_labels


def live(pack: Pack, heard: Heard, setup: Setup, bot_name: str, *, screens: bool) -> None:
    """Let a bot play to the end and note what it was shown; with `screens` also what the real screens say."""
    session = Session.new(pack, setup, None, game="words", play="words")
    bot = Bot(bot_name, setup.seed, keeps_table(pack))
    desk = Desk(Settings(still=True), clock=lambda: 0.0)
    if screens:
        bot.choose(session.view(), session.legal())
        desk.begin(session)
    for _ in range(LONGEST):
        view = session.view()
        note(heard, view)
        if view.phase == "over":
            return
        act = bot.choose(view, session.legal())
        if screens:
            (heard.phone_labels if view.world == "phone" else heard.labels).update(labels(desk))
            desk.apply(Do(act))
        else:
            session.do(act)
    raise AssertionError("the play does not end")


def note(heard: Heard, view: View) -> None:
    """What one View holds for a reader."""
    phone = view.world == "phone"
    said = [view.then, view.errand, view.home_closed, *(p.line for p in view.people), *(r.text for r in view.roams)]
    said += [*(line.text for line in view.board), *(spot.name for spot in view.spots)]
    heard.choices |= {roam.text for roam in view.roams}
    if view.place:
        said += [view.place.line, *(a.text for a in view.place.activities), *(a.closed for a in view.place.activities)]
        heard.choices |= {a.text for a in view.place.activities}
    if view.moment and view.phase == "moment":
        texts = [option.text for option in view.moment.options]
        said += [view.moment.scene, *texts, *(option.closed for option in view.moment.options)]
        heard.choices |= set(texts)
        heard.moments[f"{view.moment.moment}: {view.moment.scene}"] = " ".join(
            [view.moment.scene, view.moment.aside, *texts, *(option.closed for option in view.moment.options)]
        )
        (heard.by_phone if phone else heard.said).add(view.moment.aside)
    if view.page:
        page = view.page
        heard.pages.add(" ".join([page.title, *page.lines, *(door.why for door in page.doors)]))
        speaks = phone and page.kind == "ledger"  # the morning and the last page are told, the phone's night is its own
        (heard.by_phone if speaks else heard.said).update(page.lines, (page.title,))
        said += [door.name for door in page.doors] + [door.why for door in page.doors]
    if view.ask:
        said += [view.ask.title, view.ask.line, view.ask.low, view.ask.high]
        said += [item.text for item in (*view.ask.items, *view.ask.about)]
        heard.asks.add(f"{view.ask.title} {view.ask.line}")
    heard.by_phone.add(view.cheer)
    heard.said.update(said)


def labels(desk: Desk) -> Iterator[str]:
    """Whatever the screens that are seen say, and what a voice says of it."""
    for screen in desk.screens:
        for node in screen.tree(desk.frame).walk():
            yield from words_of(node)


def words_of(node: Node) -> Iterator[str]:
    """All that one node says."""
    yield from (node.label, node.value, node.hint, node.disabled)


@pytest.fixture(scope="module")
def heard(pack: Pack) -> Heard:
    """Every bot in both orders of both campaigns; one of each order also on the real screens."""
    found = Heard()
    for campaign in pack.campaigns:
        for number, (bot, order) in enumerate((bot, order) for bot in BOTS for order in ORDERS):
            file = list(pack.files)[number % len(pack.files)]
            setup = Setup(campaign=campaign, seed=number + 1, order=order, file=file)
            live(pack, found, setup, bot, screens=bot in ("fox", "dice") and campaign == "taste")
    return found


def ways(pack: Pack) -> Iterator[tuple[str, Way]]:
    """Every choice that the level files hold, with where it stands. Also those that no bot made."""
    for family in pack.families.values():
        for coat in family.coats:
            for role, way in coat.choices.items():
                yield f"{family.id}.{coat.id}.{role}", way
    for kind, things in (("scene", pack.scenes), ("nudge", pack.nudges)):
        for thing in things.values():
            for turn in thing.choices:
                yield f"{kind}.{thing.id}.{turn.id}", turn


def written(pack: Pack) -> Iterator[str]:
    """All that coats, scenes, nudges and the town may ever say, whichever seed is dealt."""
    for _, way in ways(pack):
        yield from (way.text, way.then)
    for family in pack.families.values():
        for coat in family.coats:
            yield from (coat.scene, coat.memory.kept, coat.memory.not_kept)
    for scene in pack.scenes.values():
        yield from (scene.scene, scene.aside)
        yield from (turn.needs.why for turn in scene.choices if turn.needs)
    for nudge in pack.nudges.values():
        yield from (nudge.scene, nudge.line_x, nudge.line_z)
    for place in pack.places.values():
        yield place.line
        for done in place.activities:
            yield from (done.text, done.then, done.cheated)
    for chapter in pack.chapters.values():
        yield chapter.errand
        if pack.regimes[pack.conditions[chapter.condition].regime].world != "phone":
            yield from chapter.night
        yield from (person.line for person in chapter.people)
        for morning in chapter.mornings:
            yield from (morning.title, *morning.lines)
    for close in pack.closes.values():
        yield from (close.title, *close.lines)
    for roam in pack.roams.values():
        yield from (roam.text, roam.then)
    for ask in pack.asks.values():
        yield from (ask.title, ask.line, ask.low, ask.high, *ask.picks)
    for regime in pack.regimes.values():
        if regime.ledger and regime.world != "phone":
            book = regime.ledger
            yield from (book.title, book.opening, book.up, book.down, book.level, book.judged, book.closing)
        yield from regime.sights


def spoken_by_phone(pack: Pack) -> Iterator[str]:
    """All that the app may ever say."""
    for family in pack.families.values():
        for coat in family.coats:
            yield from (coat.word.toward, coat.word.away)
    for nudge in pack.nudges.values():
        yield from (nudge.phone_x, nudge.phone_z)
    for regime in pack.regimes.values():
        if regime.ledger and regime.world == "phone":
            book = regime.ledger
            yield from (*regime.cheer, book.title, book.opening, book.up, book.down, book.level, book.judged)
            yield book.closing
    for chapter in pack.chapters.values():
        if pack.regimes[pack.conditions[chapter.condition].regime].world == "phone":
            yield from chapter.night


def test_nothing_before_the_debrief_names_what_the_debrief_is_about(pack: Pack, heard: Heard) -> None:
    own = {NOTE_LINE, *NOTE, *ABOUT, *(text for texts in DETOURS.values() for text in texts)}
    blurbs = {text for one in pack.campaigns.values() for text in (one.name, one.blurb)}
    all_words = heard.everything | own | blurbs | set(written(pack)) | set(spoken_by_phone(pack))
    assert len(all_words) > 1500, "hardly anything was gathered"
    assert {text for text in all_words if TOO_EARLY.search(text)} == set()


def test_only_the_app_raises_its_voice(pack: Pack, heard: Heard) -> None:
    own = {NOTE_LINE, *NOTE, *ABOUT, *(text for world in ("print", "daylight") for text in DETOURS[world])}
    quoted = {scene.scene for scene in pack.scenes.values() if scene.id == "phone_arrives"}  # the app says it
    loud = {text for text in heard.said | heard.labels | own | set(written(pack)) if "!" in text} - quoted
    titled = {morning.title for chapter in pack.chapters.values() for morning in chapter.mornings}
    assert loud <= {title for title in titled if title.startswith("Good morning, you")}
    assert any("!" in text for text in heard.by_phone), "the app was never heard"


def test_no_screen_of_the_play_is_longer_than_sixty_words(heard: Heard) -> None:
    assert len(heard.moments) > 150
    long = {name: count_words(text) for name, text in heard.moments.items() if count_words(text) > SCREEN}
    assert long == {}


def test_no_page_and_no_thing_that_asks_tells_more_than_sixty_words(pack: Pack, heard: Heard) -> None:
    assert heard.pages and heard.asks
    mornings = [morning for chapter in pack.chapters.values() for morning in chapter.mornings]
    pages = {" ".join([page.title, *page.lines]) for page in (*mornings, *pack.closes.values())}
    assert {text for text in heard.pages | heard.asks | pages if count_words(text) > SCREEN} == set()


def test_a_choice_is_at_most_twelve_words_and_so_is_what_comes_of_it(pack: Pack, heard: Heard) -> None:
    assert {text for text in heard.choices if count_words(text) > CHOICE} == set()
    assert {name for name, way in ways(pack) if count_words(way.text) > CHOICE} == set()
    assert {name for name, way in ways(pack) if count_words(way.then) > THEN} == set()


def test_no_consequence_is_told_twice(pack: Pack) -> None:
    told: dict[str, list[str]] = {}
    for name, way in ways(pack):
        told.setdefault(way.then.casefold(), []).append(name)
    for place in pack.places.values():
        for done in place.activities:
            for text in filter(None, (done.then, done.cheated)):
                told.setdefault(text.casefold(), []).append(f"{place.id}.{done.id}")
    for roam in pack.roams.values():
        told.setdefault(roam.then.casefold(), []).append(roam.id)
    assert {text: names for text, names in told.items() if len(names) > 1} == {}


def test_two_choices_of_a_moment_never_read_alike(pack: Pack) -> None:
    for family in pack.families.values():
        for coat in family.coats:
            texts = [way.text.casefold() for way in coat.choices.values()]
            assert len(set(texts)) == len(texts), coat.id


def test_points_are_never_typed_where_a_rule_gives_them(pack: Pack) -> None:
    """A figure stands in one place: a rule. Words that stand beside it would lie as soon as somebody changes it."""
    typed = re.compile(r"\d|\b(points?|six hundred|standing of)\b", re.IGNORECASE)
    scenes = [coat.scene for family in pack.families.values() for coat in family.coats]
    scenes += [way.text for _, way in ways(pack)] + [way.then for _, way in ways(pack)]
    scenes += [line for chapter in pack.chapters.values() for m in chapter.mornings for line in m.lines]
    scenes += [line for regime in pack.regimes.values() for line in (*regime.sights, *regime.cheer)]
    names = re.compile(r"\b7:12\b|\bVersion 4\.2\b|\bNo\. 7\b|\{points\}")  # in braces it is the rule that gives them
    assert {text for text in scenes if typed.search(names.sub("", text))} == set()


def test_fare_and_bed_are_told_as_they_are_charged(pack: Pack) -> None:
    for campaign in pack.campaigns.values():
        assert (campaign.need.fare, campaign.need.bed, campaign.need.deposit) == (90, 50, 20)
    assert "Ninety" in pack.scenes["mother_calls"].scene and "fifty" in pack.scenes["mother_calls"].scene
    paid = {turn.id: -turn.coins for turn in pack.scenes["lodging_door"].choices}
    assert (paid["bed"], paid["bed_deposit"]) == (50, 70)
    assert {turn.id: -turn.coins for turn in pack.scenes["station_window"].choices}["seat"] == 90


def test_quotation_marks_and_apostrophes_are_printers_ones(pack: Pack, heard: Heard) -> None:
    shown = heard.said | heard.by_phone | set(written(pack)) | set(spoken_by_phone(pack))
    assert {text for text in shown if '"' in text or "'" in text} == set()
