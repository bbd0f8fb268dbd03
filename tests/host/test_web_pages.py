"""What a page of the web edition is: light, whole, in order for an eye and a finger, silent about what is hidden."""

import re
from collections.abc import Iterator
from itertools import pairwise
from xml.etree.ElementTree import Element

import pytest

from game.bots.bots import Bot, keeps_table
from game.host.web.drawing import LARGEST, drawing
from game.host.web.page import FILES, page, served
from game.language import use
from game.model.acts import Act
from game.rules.plan import regime_of
from game.rules.regime import balance
from tests.host.forms import Read, text, tree
from tests.host.lived import ORDERS, begun, kinds, pages, room
from tests.language.marked import left_over, marked, texts_of
from tests.town import the_pack

PAGE, CSS, JS = 25 << 10, 12 << 10, 6 << 10  # bytes


def nodes(root: Element, *names: str) -> list[Element]:
    return [node for node in root.iter() if node.tag in names]


def test_every_page_of_two_whole_plays_is_light() -> None:
    heavy = {len(html.encode()): (view.phase, view.world) for view, html in pages()}
    assert max(heavy) < PAGE, heavy[max(heavy)]


def test_style_and_script_are_light_and_bring_nothing_from_elsewhere() -> None:
    css, js = served("/static/play.css").decode(), served("/static/play.js").decode()
    assert len(css.encode()) < CSS and len(js.encode()) < JS
    assert not re.search(r"url\(|@import|https?:|//", css.replace("https://", ""))
    assert not re.search(r"https?:|import|eval|innerHTML", js)
    assert sorted(FILES) == ["/static/play.css", "/static/play.js"]


def test_a_page_is_whole_and_needs_nothing_but_itself_and_two_files() -> None:
    for name, (_view, html) in kinds().items():
        root = tree(html)
        links = {node.get("href") for node in nodes(root, "link")} | {node.get("src") for node in nodes(root, "script")}
        assert links == set(FILES), name
        assert nodes(root, "style", "iframe", "object", "img") == []
        assert all(text(node) == "" for node in nodes(root, "script"))
        for node in root.iter():
            assert not {key for key in node.attrib if key == "style" or key.startswith("on")}, "the policy allows none"
        for node in nodes(root, "a"):
            assert (node.get("href") or "").startswith(("/", "#")), "no way leads out"


def test_a_page_can_be_found_one_s_way_about_in() -> None:
    for name, (_view, html) in kinds().items():
        root = tree(html)
        assert root.get("lang") == "en-GB", name
        assert [len(nodes(root, one)) for one in ("header", "main", "footer", "h1", "title")] == [1] * 5, name
        heading = nodes(root, "h1")[0]
        assert text(heading) and heading.get("tabindex") == "-1", "the script puts the focus here"
        ids = [node.get("id") for node in root.iter() if node.get("id")]
        assert len(ids) == len(set(ids))
        assert [node.get("aria-live") for node in root.iter() if node.get("id") == "said"] == ["polite"]
        levels = [int(node.tag[1]) for node in nodes(root, "h1", "h2")]
        assert all(b <= a + 1 for a, b in pairwise(levels)), "no heading is skipped"
        for button in nodes(root, "button"):
            assert text(button)
        labelled = {node.get("for") for node in nodes(root, "label")}
        inside = {id(field) for label in nodes(root, "label") for field in label.iter("input")}
        for field in nodes(root, "input"):
            assert field.get("type") == "hidden" or id(field) in inside or field.get("id") in labelled
        for group in nodes(root, "fieldset"):
            assert group[0].tag == "legend" and text(group[0])
        for svg in nodes(root, "svg"):
            assert svg.get("aria-hidden") == "true", "a drawing says nothing that words do not say"


def test_what_is_pushed_is_chosen_already_and_what_is_in_the_way_costs_its_presses() -> None:
    seen = set()
    for view, html in (*pages(), *pages("lesson", "dice")):
        if view.phase != "moment" or view.moment is None:
            continue
        root, hand = Read(html), view.moment.mode != "sheet"
        folded = {id(form) for details in nodes(root.root, "details") for form in details.iter("form")}
        for option in view.moment.options:
            form = next((one for one in root.forms if option.id in {act.what for act in one.acts()}), None)
            if option.closed:
                assert form is None and option.closed in root.visible()
                seen.add("closed")
                continue
            assert form is not None
            assert (id(form.node) in folded) == bool(option.friction)
            checked = [r.get("value") for r in form.radios("what") if r.get("checked") is not None]
            if option.friction:
                seen.add("rough")
            elif form.radios("what"):
                target = [one.id for one in view.moment.options if one.preselected and not one.closed]
                assert checked == target
                seen.add("picked")
        if hand and len(root.forms) > 2:
            order = [act.what for form in root.forms for act in form.acts() if act.do == "choose"]
            near = {one.id: one.near for one in view.moment.options}
            assert [near[one] for one in order] == sorted(near[one] for one in order), "the nearest comes first"
            seen.add("near")
    assert seen >= {"rough", "picked", "near"}


def test_the_first_choice_of_a_play_has_no_words_for_the_eye() -> None:
    view, html = next((view, html) for view, html in pages() if view.moment and view.moment.wordless)
    assert view.moment is not None
    heading = nodes(tree(html), "h1")[0]
    assert text(heading) == view.moment.scene and [node.get("class") for node in heading.iter("span")] == ["heard"]


def test_hours_of_the_day_are_not_thrown_away_with_one_press() -> None:
    found = set()
    for view, html in (*pages(), *pages("taste", "dice")):
        if view.phase == "street" and not view.home_closed:
            folded = [f for d in nodes(tree(html), "details") for f in d.iter("input") if f.get("value") == "home"]
            found.add((view.minutes_left > 120, bool(folded)))
    assert found == {(True, True), (False, False)}


def test_nothing_hidden_stands_in_a_page() -> None:
    """Neither points that nobody is shown nor a word for what is counted, watched, kept or pushed."""
    pack = the_pack()
    counted = {act for family in pack.families.values() for role in family.choices for act in role.acts}
    tags = {tag for family in pack.families.values() for role in family.choices for tag in role.tags}
    inside = counted | tags | {"watched", "keeps", "toward", "secret", "arm", "coat"}
    hidden_points = 0
    for order in ORDERS:
        session, bot = begun("full", order, 3), Bot("climber", 3, keeps_table(pack))
        while session.state.phase != "over":
            view = session.view()
            html = page(view, len(session.lines), room(session.legal()))
            if view.phase != "ask":  # what chalk asks about is named by the act
                named = {act.what for act in session.legal()}  # handles, which any hand must have
                values = re.findall(r' (?!data-)[a-z-]+="([^"]*)"', html)
                assert not {part for value in values for part in value.split()} & inside - named
            regime = regime_of(pack, session.state)
            shown = view.standing is not None and view.standing.points is not None
            if regime.scores != "nothing" and not shown and view.page is None and view.phase != "then":
                points = str(balance(session.state, regime))
                assert points not in re.findall(r"\d+", Read(html).visible()) or len(points) < 3
                hidden_points += 1
            session.do(bot.choose(view, session.legal()))
    assert hidden_points > 50


def test_nobody_can_write_a_tag_into_a_page() -> None:
    view = kinds()["daylight.title"][0]
    html = page(view, 0, room((), notice="<script>alert(1)</script>", code='"><b>', state="paused"))
    assert "<script>alert" not in html and '"><b>' not in html
    tree(html)


@pytest.mark.parametrize(("state", "word"), [("open", "begins"), ("paused", "kept"), ("closed", "closed")])
def test_a_room_that_stands_still_says_so_and_offers_nothing(state: str, word: str) -> None:
    view = kinds()["daylight.street.due"][0]
    found = Read(page(view, 4, room((), state=state)))
    assert found.forms == [] and word in found.visible()


def test_waiting_takes_seconds_only_where_the_play_is_timed() -> None:
    view = next(one for one, _html in pages() if one.phase == "moment" and one.moment and one.moment.mode == "wait")
    assert view.moment is not None
    acts = tuple(Act(do="choose", what=one.id) for one in view.moment.options)
    assert "data-wait" in page(view, 1, room(acts)) and "data-wait" not in page(view, 1, room(acts, timed=False))


def test_drawings_are_small_and_filled_in() -> None:
    for world in ("print", "phone", "daylight"):
        goose = drawing("things/goose", world)
        assert 0 < len(goose) <= LARGEST and "{" not in goose
    assert drawing("things/goose", "print") != drawing("things/goose", "phone")
    assert drawing("things/nothing", "print") == "" == drawing("../palettes", "print")


@pytest.fixture
def _other() -> Iterator[None]:
    use(marked(set(texts_of(the_pack()))))
    yield
    use()


@pytest.mark.usefixtures("_other")
@pytest.mark.long
def test_under_another_language_no_english_is_left() -> None:
    heard: set[str] = set()
    for campaign, order in (("taste", "visible-first"), ("lesson", "hidden-first")):
        session, bot = begun(campaign, order, 7), Bot("dice", 7, keeps_table(the_pack()))  # type: ignore[arg-type]
        while True:
            view = session.view()
            root = tree(page(view, len(session.lines), room(session.legal(), campaign="", code="")))
            assert root.get("lang") == "xx"
            for node in root.iter():
                heard |= {part.strip() for part in (node.text, node.tail) if part and part.strip()}
                heard |= {value for key, value in node.attrib.items() if key.startswith("data-")}
            if view.phase == "over":
                break
            session.do(bot.choose(view, session.legal()))
    assert len(heard) > 300
    assert {one for one in heard if left_over(one) and not one.isdecimal()} == set()
