"""The guide: what it must have for somebody who teaches with it, and that it is a sound page to print."""

import itertools
import re

import pytest

from game.content import docs
from game.debrief.everything import QUESTIONS
from game.debrief.names import FINDINGS
from game.tools.guide import PAGES, page
from tests.conftest import Run
from tests.debrief.sound import faults, tree, words

TEXTS = {name: (docs() / f"{name}.md").read_text(encoding="utf-8") for name, _ in PAGES}
A_MINUTE = 200  # words
SIGNS = re.compile(r"^\|[-|]+$|^#+ |^> |^[-0-9]+\.? |[*`|]", re.MULTILINE)


@pytest.fixture(scope="module")
def made() -> str:
    return page(TEXTS)


def test_the_page_is_sound_and_has_all_words_of_both_files(made: str) -> None:
    assert faults(made) == []
    said = words(tree(made).find("body"))
    for text in TEXTS.values():
        bare = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", SIGNS.sub("", text))
        lost = {word for word in re.findall(r"\w+", bare) if word not in said}
        assert lost <= {"Figures"}  # the name of a link that became the name of its file


def test_links_between_the_files_stay_in_the_page_and_others_are_names(made: str) -> None:
    assert ".md" not in " ".join(re.findall(r'href="([^"]*)"', made))
    assert "docs/figures.md" in made
    linked = page({"guide": "# A\n\nSee [the ideas](concepts.md#one-two-x) and [x](data.md#y).",
                   "concepts": "# B\n\n[here](#one-two-x), [there](guide.md), [out](https://a.org)\n\n## One, two (x)"})
    assert '<a href="#concepts-one-two-x">the ideas</a> and docs/data.md.' in linked
    assert '<a href="#concepts-one-two-x">here</a>, <a href="#guide">there</a>, <a href="https://a.org">' in linked
    assert faults(linked) == []


def test_markup_in_a_file_is_words(made: str) -> None:
    assert "<script" not in page({"guide": "# A\n\n<script>x</script>", "concepts": "# B"})


@pytest.mark.parametrize("minutes", [20, 45, 90])
def test_each_plan_runs_from_its_first_minute_to_its_last_without_a_gap(minutes: int) -> None:
    plan = TEXTS["guide"].split(f"## Plan for {minutes} minutes")[1].split("\n## ")[0]
    spans = [tuple(map(int, found)) for found in re.findall(r"^\| (\d+)–(\d+) \|", plan, flags=re.MULTILINE)]
    assert spans[0][0] == 0 and spans[-1][1] == minutes
    assert all(before[1] == after[0] for before, after in itertools.pairwise(spans))
    assert all(start < end for start, end in spans)


def test_every_finding_has_what_it_can_carry_and_what_it_cannot() -> None:
    part = TEXTS["guide"].split("## What each finding can carry")[1].split("\n## ")[0]
    rows = {line.split("|")[1].strip(): line.split("|")[2:4] for line in part.splitlines() if line.startswith("| ")}
    for name in FINDINGS.values():
        assert all(cell.strip() for cell in rows[name]), name


def test_it_has_twelve_questions_as_the_debrief_has() -> None:
    part = TEXTS["guide"].split("## Questions that work")[1].split("\n## ")[0]
    assert len(re.findall(r"^\d+\. .*[?]", part, flags=re.MULTILINE)) == len(QUESTIONS) == 12


def test_it_says_what_has_to_be_said_before_and_after_and_what_is_done_with_data_and_with_hurt() -> None:
    for heading in ("What to say before", "What to say after", "Consent and data", "Wellbeing", "Further reading",
                    "What the paper could not know"):  # fmt: skip
        assert f"\n## {heading}\n" in TEXTS["guide"], heading
    known = TEXTS["guide"].split("## What the paper could not know")[1].split("\n## ")[0]
    assert all(line.split("|")[2].strip() for line in known.splitlines() if line.startswith("| "))


def test_each_idea_is_read_in_two_minutes() -> None:
    for part in TEXTS["concepts"].split("\n## ")[1:]:
        assert len(part.split()) <= 2 * A_MINUTE, part.splitlines()[0]


def test_the_command_writes_it(good_standing: Run, made: str, tmp_path) -> None:
    done = good_standing("guide", "--out", tmp_path / "new" / "guide.html")
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "new" / "guide.html").read_text(encoding="utf-8") == made
