"""What a page that leaves the game must be, whoever or whatever reads it: a list of all that is wrong with one."""

import itertools
import re
from collections import Counter

import html5lib

OUTSIDE = ("src", "srcset", "action", "formaction", "data", "poster", "background", "ping")


def tree(page):
    """The page as a browser builds it. Raises ParseError where it would have to guess."""
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page)


def words(element):
    return " ".join("".join(element.itertext()).split())


def local(element):
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def faults(page):
    """All that is wrong, in words; nothing where nothing is."""
    root = tree(page)
    every = list(root.iter())
    ids = Counter(e.get("id") for e in every if e.get("id"))
    wrong = [f"id {one} stands {many} times" for one, many in ids.items() if many > 1]
    wrong += _frame(root, page)
    wrong += _headings(every)
    for element in every:
        wrong += _element(element, ids)
    for kind in ("nav", "aside"):
        names = [e.get("aria-label", "") for e in every if local(e) == kind]
        wrong += [f"{kind} “{name}” is not told from another" for name, many in Counter(names).items() if many > 1]
        wrong += [f"a {kind} has no name" for name in names if not name]
    said = Counter(words(e) for e in every if local(e) == "summary")
    return wrong + [f"{many} things to open are called “{name}”" for name, many in said.items() if many > 1]


def _frame(root, page):
    head = root.find("head")
    wrong = [] if page.startswith("<!doctype html>") else ["no doctype"]
    wrong += [] if root.get("lang", "").startswith("en") else ["no language"]
    wrong += [] if words(head.find("title")) else ["no title"]
    wrong += [] if any(m.get("charset") == "utf-8" for m in head.findall("meta")) else ["no character set"]
    scale = next((m.get("content") for m in head.findall("meta") if m.get("name") == "viewport"), "")
    wrong += [] if scale == "width=device-width, initial-scale=1" else ["it cannot be zoomed freely on a phone"]
    wrong += [] if len(list(root.iter("main"))) == 1 else ["there is not one main part"]
    outside = re.findall(r"@import|url\(|<script|<link|<iframe|<base", page)
    return wrong + [f"it reaches out: {found}" for found in outside]


def _headings(every):
    levels = [int(local(e)[1]) for e in every if re.fullmatch("h[1-6]", local(e))]
    wrong = [] if levels and levels[0] == 1 and levels.count(1) == 1 else ["there is not one first heading"]
    wrong += ["a heading skips a level" for a, b in itertools.pairwise(levels) if b - a > 1]
    return wrong + ["an empty heading" for e in every if re.fullmatch("h[1-6]", local(e)) and not words(e)]


def _element(e, ids):
    kind, wrong = local(e), []
    wrong += [f"{kind} reaches out by {name}" for name in e.attrib if name in OUTSIDE or name.startswith("on")]
    wrong += [f"{kind} is taken out of the order" for _ in [0] if e.get("tabindex") not in (None, "0")]
    for name in ("aria-labelledby", "aria-describedby", "for", "headers"):
        wrong += [f"{kind} is named by {one}, which is not there" for one in e.get(name, "").split() if one not in ids]
    if e.get("tabindex") and not (e.get("aria-label") or e.get("aria-labelledby")):
        wrong.append(f"{kind} can be gone to and has no name")
    if kind == "a":
        wrong += [] if words(e) else ["a link without words"]
        there = e.get("href", "")
        if there.startswith("#"):
            wrong += [] if there[1:] in ids else [f"a link goes to {there}, which is not there"]
        elif not there.startswith("https://"):
            wrong.append(f"a link goes to {there}")
    elif kind == "table":
        wrong += _table(e)
    elif kind == "svg":
        name = next((c for c in e if local(c) == "title"), None)
        wrong += [] if e.get("role") == "img" else ["a picture has no role"]
        wrong += [] if name is not None and words(name) else ["a picture has no title"]
        wrong += [] if e.get("aria-labelledby") else ["a picture is not named by its title"]
    elif kind == "img" and e.get("alt") is None:
        wrong.append("an image has no alternative")
    elif kind == "details" and (len(e) < 2 or local(e[0]) != "summary"):
        wrong.append("something opens without a word, or onto nothing")
    return wrong


def _table(e):
    caption = e.find("caption")
    name = words(caption) if caption is not None else ""
    wrong = [] if name else ["a table has no caption"]
    head, *more = e.findall("thead/tr")
    wrong += [f"table “{name}” has {1 + len(more)} head lines"] if more else []
    wrong += [f"a head of table “{name}” has no scope" for th in e.iter("th") if th.get("scope") not in ("row", "col")]
    wrong += [f"a head of table “{name}” is empty" for th in head if th.tag == "th" and not words(th)]
    wrong += [f"table “{name}” has no heads"] if not any(th.tag == "th" for th in head) else []
    for row in e.findall("tbody/tr"):
        wrong += [] if len(row) == len(head) else [f"a row of table “{name}” is not as wide as its head"]
        wrong += [] if row[0].tag == "th" else [f"a row of table “{name}” has no head"]
    return wrong
