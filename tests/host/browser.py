"""A browser in a student's pocket: one cookie, real HTTP, redirects followed."""

import http.client
from dataclasses import dataclass, field
from urllib.parse import urlencode

from tests.host.pages import Form, Page, Pairs


@dataclass
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes
    path: str

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def page(self) -> Page:
        return Page(self.text)


@dataclass
class Browser:
    port: int
    cookies: dict[str, str] = field(default_factory=dict)

    def ask(self, method: str, path: str, body: bytes | None = None, **headers: str) -> Answer:
        """One request, no redirect followed."""
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            more = {name.replace("_", "-"): value for name, value in headers.items()}
            if self.cookies:
                more["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
            line.request(method, path, body, more)
            answer = line.getresponse()
            for name, value in answer.getheaders():
                if name.lower() == "set-cookie":
                    self._keep(value)
            its = {name.lower(): value for name, value in answer.getheaders()}
            return Answer(answer.status, its, answer.read(), path)
        finally:
            line.close()

    def _keep(self, said: str) -> None:
        name, _, rest = said.partition("=")
        value, _, its = rest.partition(";")
        if value in ("", '""') or "max-age=0" in its.lower():
            self.cookies.pop(name, None)
        else:
            self.cookies[name] = value

    def get(self, path: str) -> Answer:
        return self._follow(self.ask("GET", path))

    def post(self, path: str, fields: Pairs | dict[str, str]) -> Answer:
        return self._follow(self.post_only(path, fields))

    def post_only(self, path: str, fields: Pairs | dict[str, str], **headers: str) -> Answer:
        headers.setdefault("Content_Type", "application/x-www-form-urlencoded")
        return self.ask("POST", path, urlencode(fields).encode(), **headers)

    def _follow(self, answer: Answer) -> Answer:
        for _ in range(4):
            if answer.status != 303:
                return answer
            answer = self.ask("GET", answer.headers["location"])
        raise AssertionError("redirected for ever")

    def send(self, form: Form, **more: str) -> Answer:
        """Press the first button of a form."""
        return self.post(form.action, [*form.fields, *more.items()])

    def join(self, **more: str) -> Answer:
        """Open the link and begin."""
        begin = next(form for form in self.get("/").page.forms if form.action == "/begin")
        return self.send(begin, **more)

    def on(self, answer: Answer | None = None) -> Answer:
        """Do the first thing that can be done on a page of the play."""
        answer = answer or self.get("/play")
        assert answer.status == 200, answer.text
        page = answer.page
        form = first(page)
        return self.post(form.action, filled(form))

    def play_out(self, most: int = 600) -> Answer:
        """Play to the end, always the first thing."""
        answer = self.get("/play")
        for _ in range(most):
            assert answer.status == 200, answer.text
            if not answer.page.acts:
                return answer
            answer = self.on(answer)
        raise AssertionError("the play does not end")


def first(page: Page) -> Form:
    """What leads on: a moment's first choice, what is due, the way home."""
    forms = page.acts
    return next((form for form in forms if form["do"] in ("choose", "answer", "meet", "home", "leave")), forms[0])


def filled(form: Form) -> Pairs:
    """The fields of a form with the first of each group of buttons chosen."""
    if form["do"] != "answer":
        return form.fields
    pairs = [pair for pair in form.fields if pair[0] not in form.choices]
    moments = {name: value for name, value in pairs if name.startswith("values.")}
    done: Pairs = [pair for pair in pairs if pair[0] not in moments]
    for name, values in form.choices.items():
        if name in moments:
            done.append((name, moments[name]))
        done.append((name, values[0]))
    return done
