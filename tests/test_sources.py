"""Every system of the paper has a level file, and every file that stands for one says where it comes from."""

import re
from pathlib import Path

import pytest

from game.content import levels
from game.model.content import Pack, Regime

ROOT = levels().parent
PAGE = (ROOT / "docs" / "sources.md").read_text(encoding="utf-8")
NAMED = re.compile(r"`levels/([a-z_]+)/([a-z_]+)\.yaml`")
DAYS = ("before", "notice_board", "dark_glass", "board_down", "lumen", "lumen_off")


def rows() -> list[tuple[str, str, list[tuple[str, str]]]]:
    """(system, place in the paper, [(kind, id)]) of the table of systems."""
    table = PAGE.split("## The systems of the paper")[1].split("\n## ")[0]
    cells = [line.strip("|").split("|") for line in table.splitlines() if line.startswith("| ") and "`" in line]
    return [(system.strip(), place.strip(), NAMED.findall(files)) for system, place, files in cells]


def test_every_system_has_its_place_in_the_paper_and_a_file_that_is_there() -> None:
    assert len(rows()) >= 19
    for system, place, files in rows():
        assert re.match(r"sections? \d", place), system
        assert files, f"{system} has no file"
        for kind, name in files:
            path = f"levels/{kind}/{name}.yaml"
            assert (ROOT / path).is_file(), f"{system}: {path} is missing"


def test_every_file_of_a_system_says_where_it_comes_from(pack: Pack) -> None:
    for system, _, files in rows():
        for kind, name in files:
            thing = getattr(pack, kind)[name]
            said = [rule.source for rule in thing.rules] if kind == "tariffs" else list(thing.sources)
            assert said and all("20" in source for source in said), f"{system}: {kind}/{name} names no source"


def rated(pack: Pack) -> list[Regime]:
    return [one for one in pack.regimes.values() if one.side or one.scores != "nothing"]


def test_every_system_that_rates_is_on_the_page_and_has_a_cousin_at_home(pack: Pack) -> None:
    there = {name for _, _, files in rows() for kind, name in files if kind == "regimes"}
    for regime in rated(pack):
        assert regime.id in there, f"{regime.id} is not on the page of sources"
        assert regime.sources and regime.mirror, regime.id


def test_side_systems_differ_from_one_another_in_what_a_citizen_meets(pack: Pack) -> None:
    """What is seen, how one gets in, what an appeal costs, how long it lasts, which data: no two are the same."""
    sides = [one for one in pack.regimes.values() if one.side]
    facets = [(r.shows, r.entry, r.appeal, r.lasts, r.data, r.others_see, r.posted) for r in sides]
    assert len(set(facets)) == len(facets) >= 8


@pytest.mark.parametrize("regime", DAYS)
def test_under_each_regime_four_things_get_better_and_four_get_worse(pack: Pack, regime: str) -> None:
    felt = pack.regimes[regime].felt
    for side in ("better", "worse"):
        texts = [one.text for one in felt if one.side == side]
        assert len(set(texts)) == len(texts) >= 4, f"{regime}: {len(texts)} things get {side}"


def test_the_page_of_sources_is_in_the_docs() -> None:
    assert Path(ROOT / "docs" / "sources.md").is_file() and "Aldendorff" in PAGE
