"""A page as a hand finds it: its forms, what each of them can send, and what the host reads out of that."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

import html5lib

from game.model.acts import Act

Pairs = list[tuple[str, str]]


def tree(html: str) -> Element:
    """The page, read by somebody who forgives nothing."""
    root: Element = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(html)
    return root


def text(node: Element) -> str:
    return " ".join("".join(node.itertext()).split())


@dataclass
class Form:
    node: Element

    @property
    def hidden(self) -> Pairs:
        return [(f.get("name", ""), f.get("value", "")) for f in self.node.iter("input") if f.get("type") == "hidden"]

    @property
    def fields(self) -> dict[str, str]:
        return dict(reversed(self.hidden))

    def radios(self, name: str = "") -> list[Element]:
        """Those that can be chosen."""
        found = (f for f in self.node.iter("input") if f.get("type") == "radio" and f.get("disabled") is None)
        return [f for f in found if not name or f.get("name") == name]

    def buttons(self, name: str) -> list[Element]:
        """Those that send something of their own."""
        return [one for one in self.node.iter("button") if one.get("name") == name]

    def acts(self) -> list[Act]:
        """What it can send; of an answer, that it can be given."""
        f = self.fields
        whats = [r.get("value", "") for r in (*self.radios("what"), *self.buttons("what"))]
        whats = whats or ([f.get("what", "")] if "what" in f or f["do"] not in ("look", "choose") else [])
        return [Act(do=f["do"], what=what, how=f.get("how", "")) for what in whats]  # type: ignore[arg-type]

    def filled(self, act: Act) -> Pairs:
        """What a browser sends once a hand has set everything so that this form says `act`."""
        if act.do == "answer" and not act.values:
            assert any(b.get("name") == "alone" for b in self.node.iter("button"))
            return [*self.hidden, ("alone", "1")]
        chosen = self._chosen(act)
        pairs: Pairs = []
        for field in self.node.iter("input"):
            name, value, kind = field.get("name", ""), field.get("value", ""), field.get("type", "text")
            if kind == "hidden":
                pairs.append((name, value))
            elif kind == "radio":
                group = self.radios(name)
                one = chosen.get(name, next((r.get("value") for r in group if r.get("checked") is not None), None))
                assert one is not None or all(r.get("required") is None for r in group), "it cannot be sent so"
                if value == one:
                    pairs.append((name, value))
            elif name in chosen:
                pairs.append((name, chosen[name]))
        return pairs + [("what", act.what) for one in self.buttons("what") if one.get("value") == act.what]

    def _chosen(self, act: Act) -> dict[str, str]:
        if act.do != "answer":
            return {"what": act.what}
        by_value = {r.get("value", ""): r.get("name", "") for r in self.radios()}
        moments = {value: name for name, value in self.hidden if name.startswith("values.")}
        if not moments:
            return {by_value[value]: value for value in act.values}
        said = {}
        for moment, end in zip(act.values[::2], act.values[1::2], strict=True):
            name = moments[moment]
            if end.startswith("own:"):
                said[name.replace("values", "own")] = end[4:]
            else:
                said[name] = end
        return said


class Read:
    """A page with its forms."""

    def __init__(self, html: str) -> None:
        self.root = tree(html)
        self.forms = [Form(node) for node in self.root.iter("form")]
        for form in self.forms:
            assert (form.node.get("method"), urlsplit(form.node.get("action") or "").path) == ("post", "/play")

    def acts(self) -> list[Act]:
        return [act for form in self.forms for act in form.acts()]

    def press(self, act: Act) -> Pairs:
        """What is sent when a hand does `act`."""
        form = next(f for f in self.forms if act.but(values=()) in f.acts())
        return form.filled(act)

    def visible(self) -> str:
        """All that is to be read, by an eye or by an ear, as far as it lies in the page's body."""
        body = self.root.find("body")
        assert body is not None
        return text(body)


def read(pairs: Pairs) -> Act:
    """The act that a host finds in what was sent, by the words of `game.host.web.page.page`."""
    first = dict(reversed(pairs))
    values = list(_values(pairs, first)) if first["do"] == "answer" and not first.get("alone") else []
    return Act(do=first["do"], what=first.get("what", ""), how=first.get("how", ""), values=tuple(values))  # type: ignore[arg-type]


def _values(pairs: Pairs, first: dict[str, str]) -> Iterable[str]:
    for name, value in pairs:
        if name == "values" or name.startswith("values."):
            own = " ".join(first.get(f"own.{name[7:]}", "").split())
            if said := f"own:{own}" if value == "blank" and own else value:
                yield said
