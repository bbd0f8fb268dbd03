"""Half of the room can be seen: it is told so, it is so, and nobody can say whose choice it is."""

import hashlib
import html
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

import pytest

pytest.importorskip("starlette", reason="the extra “host” is not installed")

from game.bots import Bot, keeps_table
from game.debrief.projected import ID
from game.host.arms import LEAST, Arms
from game.host.desk import Desk, Settled, days_from_now
from game.host.export import rows
from game.host.shown import FAMILIES, HALVES, words
from game.host.store import Step, Store
from game.host.tower import LINES, SHOWN, TURN, WAITS, Tower, choice_in
from game.journal import Session, load_text
from game.journal.lines import line_text
from game.model.content import Pack
from game.seminar.beside import BESIDE, beside
from game.seminar.student import key_of
from tests.debrief.browser import axe
from tests.host.browser import Browser
from tests.host.phone import phone
from tests.host.rooms import LITE, Opens, Room, Stores
from tests.host.test_real_browser import opens, value, wait

SEED = "5e" * 32
FALL = (("fall", "stay"),)


class Clock:
    now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


def chose(n: int, family: str, took: str) -> str:
    """As much of a line as the projector reads."""
    event = {"did": "chose", "what": f"P.{family}", "family": family, "choice": took}
    return json.dumps({"n": n, "act": {"do": "choose", "what": took}, "events": [event]}, separators=(",", ":"))


class Hall:
    """A room with halves, without its pages. `players`: of each half."""

    def __init__(self, store: Store, pack: Pack, players: int, *, seed: str = SEED) -> None:
        self.clock, self.store = Clock(), store
        store.begin(
            key="ab" * 32, seed=seed, state="running", debrief="", campaign="taste", mode="aggregate",
            until=days_from_now().isoformat(), minutes="0", places="400", levels=pack.digest, tower="yes",
        )  # fmt: skip
        self.desk = Desk(store, self.clock)
        self.tower = Tower(store, self.desk, self.desk.arms(pack), self.clock)
        self.steps: Counter[str] = Counter()
        at = 0
        while min(map(len, self.halves.values())) < players:
            at += 1
            store.join(f"play{at:012d}", f"code {at}", lambda place, take: "header")

    @property
    def halves(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {"shown": [], "unshown": []}
        for held in self.store.all_held():
            found[self.tower.half(held)].append(held.id)
        return found

    def choose(self, plays: Iterable[str], many: int = 1, *what: tuple[str, str]) -> None:
        """Let each of them make so many choices, of these in turn."""
        steps = []
        for play in plays:
            for at in range(many):
                self.steps[play] += 1
                n = self.steps[play]
                steps.append(Step(play, n, chose(n, *(what or FALL)[at % len(what or FALL)])))
        self.store.add(steps)

    def turn(self) -> bool:
        self.clock.now += TURN
        return self.tower.turn()

    def states(self) -> dict[str, list[int]]:
        found = defaultdict(list)
        for play, state in self.store.look("SELECT play, state FROM choices ORDER BY play, n"):
            found[play].append(state)
        return found


@pytest.fixture
def hall(stores: Stores, pack: Pack) -> Hall:
    return Hall(stores.opens(), pack, 8)


def test_half_of_each_block_and_of_each_order_in_it_can_be_seen(pack: Pack) -> None:
    arms = Arms.of(SEED, "taste", pack, tower=True)
    size = len(arms.all)
    patterns = set()
    for block in range(40):
        dealt = [arms.deal(block * size + i + 1, 1) for i in range(size)]
        assert Counter((d.order, d.half) for d in dealt) == {
            (order, half): size // 4 for order in ("visible-first", "hidden-first") for half in HALVES
        }
        patterns.add(frozenset((d.order, d.file) for d in dealt if d.half == "shown"))
    assert len(patterns) > 15  # of 36


def test_a_room_without_halves_has_the_lot_that_it_always_had(pack: Pack) -> None:
    arms, with_ = Arms.of(SEED, "taste", pack), Arms.of(SEED, "taste", pack, tower=True)
    assert "tower" not in arms.rule and arms.deal(1, 1).half == "" and arms.hash != with_.hash
    for place in range(1, 30):
        one, other = arms.deal(place, 1), with_.deal(place, 1)
        assert (one.order, one.file, one.seed) == (other.order, other.file, other.seed)


def test_the_rule_in_words_is_enough_to_check_a_half_and_what_is_drawn(pack: Pack) -> None:
    """Written from the published text alone."""
    arms = Arms.of(SEED, "taste", pack, tower=True)

    def drawn(text: str) -> str:
        return hashlib.sha256(text.encode()).hexdigest()

    listed = arms.rule.split("a starting file: ")[1].split(". Place p")[0].split(", ")
    for place in range(1, 41):
        deal, block = arms.deal(place, 1), (place - 1) // len(listed)
        same = sorted((a for a in listed if a.startswith(deal.order)), key=lambda a: drawn(f"{SEED}:tower:{block}:{a}"))
        number = same.index(f"{deal.order}:{deal.file}")
        assert (deal.half == "shown") is ((number % 2 == 0) is (deal.order == "visible-first"))
    picked = [n for n in range(1, 2001) if arms.picked(7, 1, n)]
    assert picked == [n for n in range(1, 2001) if int(drawn(f"{SEED}:shown:7:1:{n}")[:7], 16) % 10 == 0]
    assert 150 < len(picked) < 250


def test_nothing_is_shown_before_five_of_that_half_have_met_the_situation(hall: Hall) -> None:
    shown = hall.halves["shown"]
    hall.choose(shown[: LEAST - 1], 40)
    hall.choose(hall.halves["unshown"])
    hall.choose(shown[5:6], 1, ("debt", "pay"))
    for _ in range(4):
        assert hall.turn() and hall.tower.lines() == ()
    assert {state for states in hall.states().values() for state in states} == {WAITS}
    hall.choose(shown[4:5], 40)
    hall.turn()
    assert hall.tower.lines() == ()  # noted, and not before the next turn among those that are mixed
    hall.turn()
    assert set(hall.tower.lines()) == {("fall", "stay")}


def test_only_that_half_is_ever_shown_and_about_one_choice_in_ten(hall: Hall) -> None:
    hall.choose((*hall.halves["shown"][:5], *hall.halves["unshown"]), 60, *FALL, ("debt", "pay"))
    for _ in range(3):
        hall.turn()
    states = hall.states()
    assert set(states) == set(hall.halves["shown"][:5])
    flat = [state for some in states.values() for state in some]
    assert Counter(flat)[WAITS] == 0 and 15 <= Counter(flat)[SHOWN] <= 50 and len(flat) == 300


def test_who_is_drawn_was_fixed_before_and_has_nothing_to_do_with_what_was_chosen(hall: Hall) -> None:
    hall.choose(hall.halves["shown"], 30, *FALL, ("fall", "pass"), ("fall", "pass"))
    for _ in range(3):
        hall.turn()
    for held in hall.store.all_held():
        for at, state in enumerate(hall.states().get(held.id, []), start=1):
            assert state == WAITS or (state == SHOWN) is hall.tower.arms.picked(held.place, held.take, at)


def test_each_choice_waits_among_those_of_five_different_players(hall: Hall) -> None:
    """However unevenly they play: what is left over waits, and is never shown."""
    for number, play in enumerate(hall.halves["shown"]):
        hall.choose([play], 1 + 3 * number)
    for _ in range(3):
        hall.turn()
    waiting = {play: states.count(WAITS) for play, states in hall.states().items()}
    assert sum(count > 0 for count in waiting.values()) < LEAST
    mixed = sum(state != WAITS for states in hall.states().values() for state in states)
    assert mixed % LEAST == 0 and mixed >= 5 * 7


def test_the_list_changes_once_a_minute_and_holds_a_few_lines(hall: Hall) -> None:
    hall.choose(hall.halves["shown"], 60)
    assert hall.turn() and not hall.tower.turn()
    assert hall.turn() and len(hall.tower.lines()) == LINES
    before = hall.tower.lines()
    hall.choose(hall.halves["shown"][:1])
    assert not hall.tower.turn() and hall.tower.lines() == before


def test_with_fewer_than_five_left_of_that_half_nothing_stands_there(hall: Hall) -> None:
    hall.choose(hall.halves["shown"][:5], 60)
    hall.turn(), hall.turn()
    assert hall.tower.lines()
    hall.store.withdraw(hall.halves["shown"][0])
    assert hall.tower.lines() == ()
    hall.turn()
    assert json.loads(hall.store.room()["screen"]) == []


def test_who_withdraws_takes_the_words_along_and_all_others_go_with_them(hall: Hall) -> None:
    """Were one line alone to vanish, everybody would see whose it was."""
    hall.choose(hall.halves["shown"], 60)
    hall.turn(), hall.turn()
    gone = next(play for play, states in hall.states().items() if SHOWN in states)
    hall.store.withdraw(gone)
    assert hall.tower.lines()  # until the next turn: what vanishes at that moment would be theirs
    hall.turn()
    assert hall.tower.lines() == () and gone not in hall.states()
    shown, choices = hall.tower.counts()
    assert choices == 60 * 7 and 0 < shown < choices


def test_a_pause_holds_the_list_and_an_open_or_closed_room_shows_none(hall: Hall) -> None:
    hall.choose(hall.halves["shown"], 60)
    hall.turn(), hall.turn()
    before = hall.tower.lines()
    hall.desk.pause()
    assert not hall.turn() and hall.tower.lines() == before != ()
    hall.desk.stop()
    assert hall.tower.lines() == ()


def test_after_the_end_all_choices_are_counted_and_none_is_shown_any_more(hall: Hall) -> None:
    hall.choose(hall.halves["shown"], 20)
    hall.turn()
    hall.choose(hall.halves["shown"])
    hall.desk.stop()
    held = next(one for one in hall.store.all_held() if hall.tower.half(one) == "shown")
    told = hall.tower.of(held, str)
    assert told is not None and (told.shown, told.choices, told.lines) == (0, 21 * 8, ())
    assert not hall.turn()


def test_another_process_shows_the_same_and_does_not_turn_a_second_time(hall: Hall, pack: Pack) -> None:
    other = Tower(hall.store, hall.desk, hall.desk.arms(pack), hall.clock)
    hall.choose(hall.halves["shown"], 60)
    assert hall.turn() and not other.turn()
    hall.clock.now += TURN
    assert other.turn() and not hall.tower.turn()
    assert other.lines() == hall.tower.lines() != ()


def test_words_that_stand_on_the_projector_fit_any_story_and_say_nothing_of_rules(pack: Pack) -> None:
    """Every choice of every family has words of its own, and none of them is from one of the six stories."""
    for family in pack.families.values():
        assert set(FAMILIES[family.id]) == {role.id for role in family.choices}
        stories = {option.text.lower() for coat in family.coats for option in coat.choices.values()}
        for took in FAMILIES[family.id].values():
            assert took.lower() not in stories
            said = words((family.id, next(iter(FAMILIES[family.id]))), pack)
            assert family.rule.lower() not in said.lower()
    assert words(("crossing", "step"), pack) == "A red light: stepped off the kerb"
    assert words(("nudge.soap", "pine"), pack) == "Kiran Rao, market: “Buy the pine”"
    assert words(("story.not_there", "gone_too"), pack)  # an older record's words are said as they stand


def test_a_line_that_is_no_choice_is_none() -> None:
    assert choice_in(chose(3, "fall", "stay")) == ("fall", "stay")
    assert choice_in('{"n":3,"act":{"do":"answer","what":"diary","values":["own:\\"do\\":\\"choose\\""]}}') is None


# over HTTP


def halves_of(room: Room, students: list[Browser]) -> dict[str, list[Browser]]:
    """The students by what they are told, which is what the lot says."""
    found: dict[str, list[Browser]] = {"shown": [], "unshown": []}
    for one in students:
        text = one.get("/play").text
        (half,) = (half for half, said in HALVES.items() if said in text)
        found[half].append(one)
    told = Counter(room.host.tower.half(held) for held in room.host.store.all_held())
    assert told == {half: len(some) for half, some in found.items() if some}
    return found


@LITE
def test_everybody_is_told_on_the_first_page_and_each_half_before_its_first_choice(rooms: Opens) -> None:
    room = rooms(tower=True, go=False)
    assert "one in ten of their choices may appear on the projector" in room.browser().get("/").text
    students = [room.student() for _ in range(8)]
    halves = halves_of(room, students)  # while they wait
    assert {half: len(some) for half, some in halves.items()} == {"shown": 4, "unshown": 4}
    room.do("start")
    assert halves_of(room, students) == halves  # on the title page
    for half, some in halves.items():
        for one in some:
            one.on()
            assert HALVES[half] in one.get("/play").text and HALVES[half] in one.get("/mine").text


@LITE
def test_in_a_room_without_halves_nobody_is_told_of_any(room: Room) -> None:
    one = room.student()
    texts = [one.get(path).text for path in ("/play", "/mine", "/screen", "/arm", room.lectern)]
    texts.append(room.browser().get("/").text)
    assert not [text for text in texts if "may appear" in text]
    assert room.host.store.look("SELECT COUNT(*) FROM choices") == [(0,)]


def live(room: Room, players: int) -> list[Browser]:
    """So many students in each half, who have lived `taste` by the hand of a bot. Nobody has seen the projector yet."""
    students: list[Browser] = []
    halves = HALVES if room.host.tower.stands else ("",)
    there: Counter[str] = Counter()
    while min(there[half] for half in halves) < players:
        students.append(room.student())
        there = Counter(room.host.tower.half(one) for one in room.host.store.all_held())
    for at, held in enumerate(room.host.store.all_held()):
        record = load_text(room.host.store.text(held.id).encode(), "record")
        session, bot = Session.resume(room.host.pack, record, None), Bot("dice", at, keeps_table(room.host.pack))
        while session.state.phase != "over":
            session.do(bot.choose(session.view(), session.legal()))
        last = len(session.lines)
        room.host.store.add([Step(held.id, line.n, line_text(line), line.n == last) for line in session.lines])
    return students


@LITE
def test_the_projectors_page_has_no_play_no_place_and_no_hour(rooms: Opens) -> None:
    room = rooms(tower=True)
    clock = room.host.tower.clock = Clock()
    assert "Nothing stands here yet" in room.browser().get("/screen").text
    live(room, LEAST)
    lines: list[str] = []
    for _ in range(3):
        clock.now += TURN
        page = room.browser().get("/screen").text
        lines = re.findall("<li>(.*?)</li>", page)
        assert not [held.id for held in room.host.store.all_held() if held.id in page]
        assert room.host.address in page  # late comers still find the room
    total, choices = room.host.tower.counts()
    assert len(lines) == min(total, LINES) and 0 < total < choices / 4
    made = [choice_in(text) for (text,) in room.host.store.look("SELECT text FROM lines")]
    assert {html.unescape(line) for line in lines} <= {words(one, room.host.pack) for one in made if one}


@LITE
def test_looking_with_head_turns_nothing(rooms: Opens) -> None:
    room = rooms(tower=True)
    room.browser().ask("HEAD", "/screen")
    assert "turn" not in room.host.store.room()


@LITE
@pytest.mark.long
def test_the_debrief_tells_each_half_at_once_what_it_was_and_what_was_shown(rooms: Opens) -> None:
    room = rooms(tower=True)
    clock = room.host.tower.clock = Clock()
    students = live(room, LEAST)
    halves = halves_of(room, students)
    for _ in range(3):
        clock.now += TURN
        room.browser().get("/screen")
    room.do("stop")
    total, told = room.host.tower.counts()[0], 0
    made = [choice_in(text) for (text,) in room.host.store.look("SELECT text FROM lines")]
    known = {words(one, room.host.pack) for one in made if one}
    for one in halves["shown"]:
        text = one.get("/debrief").text
        part = html.unescape(text.split(f'<section id="{ID}"')[1].split("</section>")[0])
        lines = re.findall(r'<tr><th scope="row">\d+</th><td>(.*?)</td>', part)
        assert set(lines) <= known
        told += len(lines)
        assert re.search(rf"choices of that half {total} (was|were) shown in all", part)
        assert "may be shown" in one.get("/arm").text
        assert not [said for said in HALVES.values() if said in one.get("/mine").text]
    assert told == total > 0
    other = halves["unshown"][0]
    text = other.get("/debrief").text
    assert "Nothing of yours was on the projector, as you were told." in text and f'id="{ID}"' in text
    assert "nothing is shown" in other.get("/arm").text


@LITE
@pytest.mark.long
def test_the_figures_of_the_room_lay_the_halves_side_by_side_and_no_other_room_has_any(rooms: Opens) -> None:
    for tower in (True, False):
        room = rooms(f"room {tower}", tower=tower)
        live(room, LEAST)
        room.do("stop")
        page = room.browser().get(f"{room.lectern}/figures").text
        assert ('<section id="projector"' in page) is tower
        assert ("Shown on the projector while they played: 0 of" in page) is tower


@LITE
def test_the_lecturer_is_told_to_leave_the_projector_open_and_of_no_half(rooms: Opens) -> None:
    room = rooms(tower=True)
    room.student()
    text = room.browser().get(room.lectern).text
    assert "leave the page for the projector open" in text
    assert not [said for said in HALVES.values() if said in text]


@LITE
def test_rows_that_leave_carry_their_half_beside_them_and_those_of_no_other(
    rooms: Opens, tmp_path: Path, pack: Pack
) -> None:
    room = rooms(mode="rows", tower=True)
    agreed, _other = room.student(shares="1"), room.student()
    agreed.on()
    room.do("stop")
    assert rows(room.host.store, room.desk, tmp_path / "out", pack) == 1
    held = next(held for held in room.host.store.all_held() if held.shares)
    found, left = beside([tmp_path / "out"])
    assert left == [] and list(found) == [key_of(held.id)]
    assert found[key_of(held.id)] == (room.host.tower.half(held), "0:" + room.host.arms.dealt_with(held.place))
    assert held.id not in (tmp_path / "out" / BESIDE).read_text()


@LITE
def test_a_room_goes_on_with_its_halves_whatever_is_said_later(stores: Stores, pack: Pack) -> None:
    desk = Desk(stores.opens())
    desk.open(pack, Settled("taste", "aggregate", days_from_now(), tower=True))
    again = Desk(stores.opens())
    again.open(pack, Settled("taste", "aggregate", days_from_now()))
    assert again.settled.tower and again.arms(pack).hash == desk.arms(pack).hash


@LITE
def test_where_nobody_had_the_projector_open_the_debrief_says_so(rooms: Opens) -> None:
    room = rooms(tower=True)
    one = room.student()
    for _ in range(6):
        one.on()
    room.do("stop")
    assert "nobody had the projector’s page open" in one.get("/debrief").text


@LITE
@pytest.mark.long
def test_a_real_browser_shows_what_is_new_by_itself_and_axe_finds_nothing(rooms: Opens, tmp_path: Path) -> None:
    room = rooms(tower=True)
    clock = room.host.tower.clock = Clock()
    with phone(tmp_path) as one:
        one.ask("Page.setBypassCSP", enabled=True)
        for wide, high in ((1280, 720), (360, 740)):
            one.size(wide, high)
            opens(one, f"{room.host.address}screen")
            value(one, axe())
            said = "axe.run(document).then(found => found.violations.map(v => v.id).join())"
            assert value(one, said) == ""
            assert value(one, "document.documentElement.scrollWidth <= document.documentElement.clientWidth")
        value(one, "window.here = true")
        live(room, 9)
        for _ in range(3):
            clock.now += TURN
            room.browser().get("/screen")
        wait(one, "document.querySelectorAll('.shown li').length")
        assert value(one, "window.here")  # without being loaded again: nothing flickers on the wall
