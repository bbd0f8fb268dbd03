"""Pages as a student's browser reads them: forms, links, words."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

Pairs = list[tuple[str, str]]


@dataclass
class Form:
    action: str
    method: str
    fields: Pairs = field(default_factory=list)  # hidden ones, and what is checked
    choices: dict[str, list[str]] = field(default_factory=dict)  # radio buttons by name
    buttons: Pairs = field(default_factory=list)  # name, value
    label: str = ""

    def __getitem__(self, name: str) -> str:
        return next((value for known, value in self.fields if known == name), "")


class Page(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.text, self.forms, self.links, self.title = text, [], [], ""
        self._form: Form | None = None
        self._in: list[str] = []
        self.feed(text)

    forms: list[Form]
    links: list[str]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        its = {name: value or "" for name, value in attrs}
        self._in.append(tag)
        if tag == "a":
            self.links.append(its.get("href", ""))
        if tag == "form":
            self._form = Form(its.get("action", ""), its.get("method", "get"))
            self.forms.append(self._form)
        if self._form is None:
            return
        if tag == "button":
            self._form.buttons.append((its.get("name", ""), its.get("value", "")))
        if tag != "input":
            return
        name, value, kind = its.get("name", ""), its.get("value", ""), its.get("type", "text")
        if kind == "radio":
            self._form.choices.setdefault(name, []).append(value)
            if "checked" not in its:
                return
        if kind == "checkbox" and "checked" not in its:
            return
        self._form.fields.append((name, value))

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._form = None

    def handle_data(self, data: str) -> None:
        if self._form is not None:
            self._form.label += data.strip()

    @property
    def acts(self) -> list[Form]:
        """The forms that play."""
        return [form for form in self.forms if form.action == "/play"]
