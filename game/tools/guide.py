"""`guide`: the guide for instructors and the ideas, from their Markdown, as one page to read and to print."""

import re
from collections.abc import Sequence
from html import escape
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

from game.content import docs
from game.tools.guide_style import CSS

PAGES = (("guide", 0), ("concepts", 1))
"""The files in their order, and by how many levels the headings of each are lowered: a page has one first heading."""

HEAD, CELL = ("th_open", "th_close"), ("td_open", "td_close")


def guide(out: Path) -> int:
    """Write the page. Raises OSError."""
    texts = {name: (docs() / f"{name}.md").read_text(encoding="utf-8") for name, _ in PAGES}
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(page(texts), encoding="utf-8")
    print(f"written to {out}")
    return 0


def page(texts: dict[str, str]) -> str:
    """Return one self-contained HTML page of the files' texts, by their names without ending."""
    reader = MarkdownIt("commonmark", {"html": False, "typographer": False}).enable("table")
    parts, contents = [], []
    for name, lower in PAGES:
        tokens = reader.parse(texts[name])
        contents += _headings(tokens, name, lower)
        _tables(tokens)
        _links(tokens, name)
        parts.append(reader.renderer.render(tokens, reader.options, {}))
    links = "".join(f'<li class="{tag}"><a href="#{id_}">{escape(says)}</a></li>' for tag, id_, says in contents)
    return (
        '<!doctype html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>Good Standing: guide for a seminar</title>\n<style>{CSS}</style>\n</head>\n<body>\n"
        f'<nav aria-label="Contents"><p>Good Standing</p><ol>{links}</ol></nav>\n<main>\n{"".join(parts)}</main>\n'
        "</body>\n</html>\n"
    )


def anchor(name: str, heading: str) -> str:
    """The id of a heading: its file, and the words as they stand behind # in a link between files."""
    return f"{name}-{re.sub('[^a-z0-9 -]', '', heading.lower()).replace(' ', '-')}"


def _headings(tokens: Sequence[Token], name: str, lower: int) -> list[tuple[str, str, str]]:
    """Lower the headings, give each an id, and return level, id and words of those that belong into the contents."""
    found: list[tuple[str, str, str]] = []
    for at, token in enumerate(tokens):
        if token.type not in ("heading_open", "heading_close"):
            continue
        token.tag = f"h{int(token.tag[1]) + lower}"
        if token.type == "heading_open":
            said = tokens[at + 1].content
            id_ = name if token.tag == f"h{1 + lower}" else anchor(name, said)
            token.attrSet("id", id_)
            found.append((token.tag, id_, said))
    return [one for one in found if one[0] != "h1"]


def _tables(tokens: Sequence[Token]) -> None:
    """Head each row by its first cell, and name each table by the heading that it stands under."""
    under, many, first = "", 0, False
    for at, token in enumerate(tokens):
        if token.type == "heading_open":
            under, many = tokens[at + 1].content, 0
        elif token.type == "table_open":
            many += 1
            named = escape(under if many == 1 else f"{under}, {many}")
            token.type, token.tag = "html_block", ""
            token.content = (
                f'<div class="table" tabindex="0" role="group" aria-label="{named}"><table><caption>{named}</caption>\n'
            )
        elif token.type == "table_close":
            token.type, token.content = "html_block", "</table></div>\n"
        elif token.type == "tr_open":
            first = True
        elif token.type == "th_open":
            token.attrSet("scope", "col")
        elif token.type in CELL and first:
            token.tag = "th"
            if token.type == "td_open":
                token.attrSet("scope", "row")
            else:
                first = False


def _links(tokens: Sequence[Token], name: str) -> None:
    """Links into a file that is part of the page go there; those to other files are its name in words."""
    inside = {one for one, _ in PAGES}
    for token in tokens:
        children, gone = token.children or [], False
        for at, child in enumerate(children):
            if child.type == "link_open":
                file, _, part = str(child.attrGet("href")).partition("#")
                if file and not file.endswith(".md"):
                    continue
                to = file.removesuffix(".md") or name
                gone = to not in inside
                child.attrSet("href", f"#{to}-{part}" if part else f"#{to}")
                if gone:
                    child.type, child.tag = "text", ""
                    children[at + 1].content = f"docs/{file}"
            elif child.type == "link_close" and gone:
                child.type, child.tag, gone = "text", "", False
