"""The cases of the learning check: alike, short, dealt evenly, silent before the debrief; and what is said of them."""

import csv
import io
import re
from collections import Counter
from itertools import pairwise

import pytest

from game.content.words import count_words
from game.debrief.cases import TRAYS, Dealt, dealt
from game.debrief.contents import pages_file, words_file
from game.debrief.long_form import table
from game.debrief.pages import debrief
from game.debrief.report import render, report
from game.debrief.sorted import marks, score
from game.debrief.sorted_words import answers, blocks, cannot, headline, so_far, tables, usual
from game.debrief.worksheet import worksheet
from game.model.check import Case
from game.model.content import Pack
from game.model.record import Record
from game.model.said import Said, Sorted
from tests.content.test_cases import ROOT_OF_CONCEPTS
from tests.debrief.test_report import Page
from tests.test_words import TOO_EARLY

SEEDS = range(400)


@pytest.fixture(scope="module")
def deal(pack: Pack) -> Dealt:
    made = dealt(pack.cases, 7)
    assert made is not None
    return made


def sort(deal: Dealt, before: str = "", after: str = "", *, shown: bool = True) -> Sorted:
    """Sorted by letters: r is right, w is "watched", n is none of these, - is left out."""

    def put(cases: tuple[Case, ...], how: str) -> dict[str, object]:
        kinds = {"w": "watched", "n": "none"}
        return {c.id: kinds.get(h, c.kind) for c, h in zip(cases, how, strict=False) if h != "-"}

    return Sorted.model_validate({"before": put(deal.before, before), "after": put(deal.after, after), "shown": shown})


def all_words(deal: Dealt, sorted_: Sorted) -> str:
    said = [headline(deal, sorted_), *cannot(), *(line for one in blocks(deal, sorted_) for line in one.lines)]
    return " ".join(said)


def test_each_lot_has_eight_and_the_same_of_every_kind_and_two_that_are_none(pack: Pack) -> None:
    kinds = [Counter(c.kind for c in pack.cases.values() if c.lot == lot) for lot in ("a", "b")]
    assert kinds[0] == kinds[1] and kinds[0].total() == 8
    assert set(kinds[0]) == {tray.kind for tray in TRAYS} and kinds[0]["none"] >= 2


def test_the_lots_read_alike_and_share_no_place_and_no_name(pack: Pack) -> None:
    lots = [[c for c in pack.cases.values() if c.lot == lot] for lot in ("a", "b")]
    means = [sum(count_words(c.text) for c in lot) / len(lot) for lot in lots]
    assert abs(means[0] - means[1]) <= 3
    assert all(count_words(c.text) < 45 for c in pack.cases.values())
    assert len({c.where for c in pack.cases.values()}) == len(pack.cases)
    people = {word for one in pack.people.values() for word in one.name.split() if word[0].isupper()} - {"Mr.", "Mrs."}
    assert not [c.id for c in pack.cases.values() if people & set(re.findall(r"\w+", c.text))], "elsewhere is elsewhere"


def test_nothing_that_is_shown_before_the_debrief_gives_it_away(pack: Pack) -> None:
    shown = [text for c in pack.cases.values() for text in (c.where, c.text)]
    shown += [text for tray in TRAYS for text in (tray.label, tray.gloss)]
    assert [text for text in shown if TOO_EARLY.search(text) or "!" in text] == []
    assert all(tray.kind not in c.text.split() for c in pack.cases.values() for tray in TRAYS)


def test_quotes_and_apostrophes_are_printers_ones(pack: Pack) -> None:
    assert [c.id for c in pack.cases.values() if re.search("[\"']", c.text + c.why + c.where)] == []


def test_every_tray_but_the_last_leads_to_a_page_of_the_ideas() -> None:
    headings = re.findall("^## (.*)$", ROOT_OF_CONCEPTS.read_text(encoding="utf-8"), re.MULTILINE)
    assert [tray.idea in headings for tray in TRAYS] == [True] * 4 + [False]


def test_over_many_seeds_each_lot_comes_first_half_the_time_whatever_the_order_of_the_regimes(pack: Pack) -> None:
    firsts = Counter((made.first, seed % 2) for seed in SEEDS if (made := dealt(pack.cases, seed)))
    assert all(70 <= firsts[lot, parity] <= 130 for lot in ("a", "b") for parity in (0, 1))


def test_over_many_seeds_every_case_stands_everywhere_and_every_tray_but_the_last(pack: Pack) -> None:
    deals = [made for seed in SEEDS if (made := dealt(pack.cases, seed))]
    places = Counter((c.id, at) for made in deals for cases in (made.before, made.after) for at, c in enumerate(cases))
    assert len(places) == 16 * 8 and min(places.values()) > 20
    trays = Counter((tray.kind, at) for made in deals for at, tray in enumerate(made.trays))
    assert trays["none", 4] == len(deals) and len(trays) == 17 and min(trays.values()) > 60


def test_the_same_seed_deals_the_same_and_no_case_comes_twice(pack: Pack) -> None:
    for seed in SEEDS:
        made = dealt(pack.cases, seed)
        assert made == dealt(pack.cases, seed) and made is not None
        assert {c.lot for c in made.before} == {made.first} and {c.lot for c in made.after} == {"a", "b"} - {made.first}
        assert len({c.id for c in (*made.before, *made.after)}) == 16


def test_where_there_are_no_cases_nothing_is_dealt_and_the_debrief_has_no_such_page(pack: Pack, lived) -> None:
    bare = pack.but(cases={})
    assert dealt(bare.cases, 7) is None
    record = lived("dice", "taste")
    ids = [page.id for page in debrief(record, bare).pages]
    assert "check" not in ids and "kept" in ids
    assert table(record, bare, Said(check=Sorted(before={"x": "none"}))) == table(record, bare)


def test_saying_watched_of_everything_leans_and_tells_nothing_apart(deal: Dealt) -> None:
    one = score(deal, sort(deal, after="wwwwwwww"), "after")
    assert (one.right, one.watched) == (2, (2, 2, 6, 6)) and one.something == (6, 6, 2, 2)
    said = all_words(deal, sort(deal, after="wwwwwwww"))
    assert "said 8 times and was there twice; said 6 times where it was not" in said
    assert usual(deal, sort(deal, after="wwwwwwww")).rows[0][2] == ".00"  # kappa


def test_saying_it_never_leans_the_other_way_by_the_same_counts(deal: Dealt) -> None:
    one = score(deal, sort(deal, after="nnnnnnnn"), "after")
    assert one.watched == (0, 2, 0, 6) and one.something == (0, 6, 0, 2)
    assert "missed twice" in all_words(deal, sort(deal, after="nnnnnnnn"))


def test_a_null_is_shown_as_a_null_and_what_would_have_passed_is_said(deal: Dealt) -> None:
    same, other = sort(deal, "rrrrwwww", "rrrrwwww"), sort(deal, "rrrrrrrr", "rrrrrrrw")
    for one in (same, other):
        for block in blocks(deal, one)[2:]:
            assert block.verdict in ("not_shifted", "counts_only")
    told = " ".join(line for block in blocks(deal, same) for line in block.lines)
    assert "is not the same as nothing learnt" in told and "found only about 3 times in 10" in told
    assert "learnt more" not in told and "improved" not in told


def test_fewer_than_four_are_too_few_to_compare_and_one_time_alone_is_not_compared(deal: Dealt) -> None:
    few = blocks(deal, sort(deal, "rrr-----", "rrrrrrrr"))
    assert [block.verdict for block in few[2:]] == ["too_few", "too_few"]
    assert not any("Luck" in line for block in few[2:] for line in block.lines)
    assert len(blocks(deal, sort(deal, "", "rrrrrrrr"))) == 2
    assert blocks(deal, Sorted(shown=True)) == ()


def test_ids_and_trays_of_another_hand_count_for_nothing(deal: Dealt) -> None:
    odd = Sorted(after={"no_such_case": "watched", deal.before[0].id: "none"}, shown=True)
    assert score(deal, odd, "after").n == 0 and answers(deal, odd) == () and marks(deal, odd) == {}


def test_before_the_answers_are_shown_no_word_tells_which_is_right(deal: Dealt, pack: Pack, lived) -> None:
    record = lived("dice", "taste", seed=7)
    asked = sort(deal, "rrrrrrrr", "rrww----", shown=False)
    html = report(record, pack, Said(check=asked))
    part = html.split('<section id="check"')[1].split("</section>")[0]
    assert not [c.id for c in pack.cases.values() if c.why[:30] in html]
    assert "belong" not in part.replace("What this cannot show", "") or "where they belong" not in part
    assert "of 8" not in part and "Kappa" not in part
    assert "eight others before the play" in " ".join(so_far(deal, asked))


def test_afterwards_the_report_has_scores_answers_and_reasons_and_is_whole(deal: Dealt, pack: Pack, lived) -> None:
    whole = debrief(lived("dice", "taste", seed=7), pack)
    html = render(whole, Said(check=sort(deal, "rrrrwwww", "rrrrrrrw")))
    page = Page(html)
    assert page.open == [] and not [link for link in page.links if link.startswith("#") and link[1:] not in page.ids]
    text = " ".join("".join(page.text).split())
    for case in (*deal.before, *deal.after):
        assert case.text in text and case.why in text
    assert "Telling apart" in text and "Leaning" in text and "The inspection house (Bentham)" in text
    assert all(before <= after + 1 for after, before in pairwise(page.headings))


def test_what_was_kept_lists_every_sorted_case(deal: Dealt, pack: Pack, lived) -> None:
    whole = debrief(lived("dice", "taste", seed=7), pack)
    html = render(whole, Said(check=sort(deal, "rw", shown=False)))
    kept = html.split('<section id="kept"')[1].split("</section>")[0]
    assert "Beside the record: 2 cases you sorted" in kept and deal.before[1].text.split(".")[0][:40] in kept
    assert "you sorted" not in render(whole).split('<section id="kept"')[1].split("</section>")[0]


def test_the_findings_and_the_record_know_nothing_of_it(deal: Dealt, pack: Pack, lived) -> None:
    record: Record = lived("dice", "taste", seed=7)
    assert debrief(record, pack).findings == debrief(record, pack.but(cases={})).findings


def test_the_files_are_named_with_what_is_in_them(deal: Dealt, pack: Pack, lived) -> None:
    whole = debrief(lived("dice", "taste", seed=7), pack)
    said = Said(check=sort(deal, "rw", "r", shown=False))
    assert "the trays you put 3 cases into" in words_file(whole.record, said)
    assert "the cases that you sorted" in pages_file(whole.record, whole.pages, said)
    both = said.object_to("approval", "No.")
    assert "1 objection of yours, word for word, and the trays" in words_file(whole.record, both)


def test_the_table_has_each_case_and_the_counts_in_every_row(deal: Dealt, pack: Pack, lived) -> None:
    record = lived("dice", "taste", seed=7)
    said = Said(check=sort(deal, "rrrrwwww", "r-------"))
    rows = list(csv.DictReader(io.StringIO(table(record, pack, said), newline=""), strict=True))
    one = score(deal, said.check, "before")
    for row in rows:
        assert row["check_lot"] == deal.first
        pairs = [cell.split(":") for cell in row["check_before"].split("|")]
        assert [(id_, put) for id_, put in pairs] == [(c.id, said.check.before[c.id]) for c in deal.before]
        assert int(row["check_before_right"]) == one.right == sum(pack.cases[i].kind == p for i, p in pairs)
        assert int(row["check_before_said"]) - int(row["check_before_over"]) == one.watched[0]
        assert row["check_after"] == f"{deal.after[0].id}:{deal.after[0].kind}"
    bare = list(csv.DictReader(io.StringIO(table(record, pack), newline=""), strict=True))
    assert all(row[name] == "" for row in bare for name in row if name.startswith("check"))


def test_the_worksheet_has_one_case_to_argue_about_and_no_score(deal: Dealt, pack: Pack, lived) -> None:
    record = lived("dice", "lesson", seed=7)
    plain = worksheet(record, pack)
    sheet = worksheet(record, pack, Said(check=sort(deal, "rrrrrrrr", "wwwwwwww")))
    assert sheet.count('class="case"') == 1 and "of 8" not in sheet
    assert plain == worksheet(record, pack, Said(check=sort(deal, "w", "w", shown=False)))
    assert plain == worksheet(record, pack, Said(check=sort(deal, "rrrrrrrr", "rrrrrrrr")))


def test_the_tables_add_up(deal: Dealt) -> None:
    assert usual(deal, Sorted(shown=True)).rows == ()
    for made in tables(deal, sort(deal, "rrrrwwww", "nnnnrrrr")):
        assert [sum(int(row[at]) for row in made.rows) for at in (1, 2)] == [8, 8]
        assert [row[0] for row in made.rows] == [tray.label for tray in deal.trays]
