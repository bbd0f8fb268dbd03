"""`debrief` on the command line: what can be taken away."""

from game.debrief.long_form import COLUMNS
from tests.conftest import ROOT

RECORD = ROOT / "tests" / "recordings" / "taste_visible-first_mule.jsonl"


def test_the_table_and_the_sheet_are_written_where_they_are_asked_for_and_nothing_else_is_said(good_standing, tmp_path):
    rows, sheet = tmp_path / "new" / "play.csv", tmp_path / "sheet.html"
    done = good_standing("debrief", RECORD, "--csv", rows, "--worksheet", sheet)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"written to {rows}\nwritten to {sheet}\n"
    assert rows.read_bytes().startswith(",".join(COLUMNS).encode() + b"\r\n")
    assert b"\r\r\n" not in rows.read_bytes()
    assert sheet.read_text(encoding="utf-8").startswith("<!doctype html>")
