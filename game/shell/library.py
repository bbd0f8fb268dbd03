"""The plays on this computer: one file each in one folder."""

import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast

import pygame

from game import __version__
from game.content import load as load_pack
from game.content import where
from game.content.texts import pack_texts
from game.debrief.cases import dealt
from game.debrief.long_form import table
from game.debrief.pages import debrief
from game.debrief.report import report
from game.debrief.words import listed
from game.debrief.worksheet import worksheet
from game.journal import BadRecord, CannotWrite, Session, load
from game.journal.beside import path_beside, read_said, write_said
from game.journal.pace import minutes_left
from game.journal.past import Passed, past
from game.journal.session import save_whole
from game.journal.shelf import CODE, ENDING, PAGES, SHEET, TABLE, Card, Shelf
from game.journal.votes import path_votes, read_votes
from game.language import N_, _, ngettext, told
from game.model.check import Kind
from game.model.content import Pack
from game.model.projected import Projected
from game.model.record import Order, Record, Setup
from game.model.said import When
from game.rules.said import patterns
from game.rules.start import draw_file
from game.screens.debrief.held import Held
from game.screens.debrief.screen import Debrief
from game.screens.debrief.till import picture
from game.screens.kit.answers import Order as Wish
from game.screens.kit.answers import Pop
from game.screens.kit.node import Press
from game.screens.kit.screen import Screen
from game.screens.offer import Offer as Card_
from game.screens.saved import Offer, Saved
from game.screens.sorting import Sorting
from game.seminar.card import SAYS, card, letters_of
from game.shell.settings import copies_folder, own_folder
from game.shell.two_words import TRIES, own, two_words
from game.telling.scan import squares
from game.telling.views import told_shape

if TYPE_CHECKING:
    from game.shell.needs import Play

Made = TypeVar("Made")
ORDERS = ("visible-first", "hidden-first")
LATER = (
    N_("The cards stay in their trays until the play is over. Then there are eight others, if you like, and it is said "
       "of all where they belong and why."),
    N_("To the street"),
)


def _exports() -> Path:
    """The folder in which people find what they have saved."""
    target = copies_folder()
    target.mkdir(parents=True, exist_ok=True)
    return target


class Folder:
    """A folder of plays and the level files they are played with, read once."""

    def __init__(self, folder: Path, *, pack: Pack | None = None, chance: Callable[[], int] | None = None) -> None:
        """`chance` gives seeds for new plays. Raises BadLevels."""
        self.shelf = Shelf(folder)
        self.projected: Projected | None = None  # of the play whose debrief is open, in a room with halves
        self.roomed = False  # its plays are those of a room, whose computer has them as well
        self.pack = pack or load_pack(where.levels())
        self._chance = chance or (lambda: secrets.randbelow(1 << 31))

    def _path(self, play: str) -> Path:
        return self.shelf.folder / f"{play}{ENDING}"

    def texts(self) -> Sequence[str]:
        """All that the level files and the rules say, for whoever speaks another language."""
        return (*pack_texts(self.pack), *patterns())

    def saved(self) -> Sequence[Saved]:
        """All plays, the latest first."""
        return tuple(replace(self._saved(card), words=two_words(card.path.stem)) for card in self.shelf.cards())

    def _saved(self, card: Card) -> Saved:
        name = card.path.stem
        if card.fault:
            return Saved(name, card.path.name, trouble=card.fault)
        campaign = self.pack.campaigns.get(card.campaign) or self.pack.alone.get(card.campaign)
        if campaign is None:
            return Saved(name, card.campaign, card.day, card.day, card.over,
                         "" if card.over else _("These level files have no such campaign."))
        days = len(campaign.visible_first) + bool(campaign.last_day)
        return Saved(name, told(campaign.name), max(1, card.day), days, card.over)

    def offers(self) -> Sequence[Offer]:
        """The campaigns that can be started."""
        shortest_first = sorted(self.pack.campaigns.values(), key=lambda one: len(one.families))
        return tuple(Offer(one.id, told(one.name), told(one.blurb)) for one in shortest_first)

    def looks(self) -> Mapping[str, object]:
        """How people look, by id; "at:<place>" is whoever keeps a place."""
        people: dict[str, object] = {who: told_shape(one) for who, one in self.pack.people.items()}
        for place in self.pack.places.values():
            if place.who:
                people[f"at:{place.id}"] = people[place.who]
        return people

    def new(self, campaign: str, *, seed: int | None, order: str, untimed: bool, kept: bool = True) -> Session:
        """Begin a play; one that is not `kept` is in no file. Without `order` the seed draws it.

        Raises CannotWrite, KeyError.
        """
        number = self._chance() if seed is None else seed
        way: Order = "hidden-first" if (order or ORDERS[number % 2]) == "hidden-first" else "visible-first"
        setup = Setup(campaign=campaign, seed=number, order=way, file=draw_file(self.pack, number), untimed=untimed)
        others = [one.stem for one in self.shelf.paths()]
        path = self.shelf.new_path()
        for _try in range(TRIES):
            if own(path.stem, others):
                break
            path = self.shelf.new_path()
        return Session.new(self.pack, setup, path if kept else None, game=__version__, play=path.stem)

    def resume(self, play: str) -> Session:
        """Go on with a play. Raises BadRecord, Differs, CannotWrite."""
        path = self._path(play)
        return Session.resume(self.pack, load(path), path)

    def delete(self, play: str) -> None:
        """Wipe a play from this computer, with what was said beside it. Raises OSError."""
        self.shelf.delete(self._path(play))

    def wipe(self, play: str, *, copies: bool) -> str:
        """Delete a play, with its copies where export puts them if they are to go too, and say so. Raises OSError."""
        gone = self.shelf.wipe(self._path(play), copies_folder() if copies else None)
        left = self.shelf.copies(self._path(play), copies_folder())
        if left:
            stayed = ngettext(
                "Wiped: the record and what you wrote beside it. Your {count} copy in {folder} stayed.",
                "Wiped: the record and what you wrote beside it. Your {count} copies in {folder} stayed.", len(left),
            )  # fmt: skip
            return stayed.format(count=len(left), folder=copies_folder())
        wiped = ngettext(
            "Wiped: the record and what you wrote beside it, and {count} copy.",
            "Wiped: the record and what you wrote beside it, and {count} copies.", gone,
        ).format(count=gone) if gone else _("Wiped: the record and what you wrote beside it.")  # fmt: skip
        rest = _("Nothing of that play is left on this computer, unless you put a copy somewhere else yourself.")
        return f"{wiped} {rest}"

    def object_to(self, play: str, finding: str, words: str | None) -> None:
        """Keep what the player holds against a finding; None takes it back. Raises OSError, KeyError."""
        path = self._path(play)
        write_said(path, read_said(path).object_to(finding, words))

    def settle(self, play: str) -> None:
        """Remember that the player has been asked what becomes of the play. Raises OSError."""
        path = self._path(play)
        write_said(path, read_said(path).but(asked=True))

    def sort(self, play: str, when: When, case: str, tray: Kind) -> None:
        """Keep in which tray a case of the learning check lies. Raises OSError, KeyError."""
        path = self._path(play)
        said = read_said(path)
        write_said(path, said.but(check=said.check.put(when, case, tray)))

    def show_answers(self, play: str) -> None:
        """Remember that the answers were shown: from now on no card moves. Raises OSError."""
        path = self._path(play)
        said = read_said(path)
        write_said(path, said.but(check=said.check.but(shown=True)))

    def offer(self, play: "Play", *, again: bool) -> Screen | None:
        """The card that offers the cases before a play, as long as nothing has been chosen in it; else None.

        A play that is gone on with (`again`) has it only if some cases were sorted and some were not.
        """
        session = cast("Session", play)
        deal = dealt(self.pack.cases, session.header.setup.seed)
        if deal is None or session.path is None or any(line.act.do == "choose" for line in session.lines):
            return None
        id_ = session.header.play
        put = read_said(self._path(id_)).check
        begun = bool(deal.lying("before", put))
        if put.shown or deal.done("before", put) or (again and not begun):
            return None

        def keep(case: str, tray: Kind) -> Wish:
            return Wish("sort", {"play": id_, "when": "before", "case": case, "tray": tray})

        return Card_(lambda: Sorting(deal.before, deal.trays, put.before, keep, Pop, LATER), begun=begun)

    def export(self, play: str, what: str = "record") -> str:
        """Put a play where people find it, and say where: its "record", its debrief as one page ("report"), or "all".

        Or its moments in rows ("csv"), a "worksheet", or the "code" that a class counts it by. With "all", what lies
        beside the record goes too.
        Raises BadRecord, OSError.
        """
        target, path = _exports(), self._path(play)
        said = read_said(path)
        if what == "record":
            return str(self.shelf.export(path, target))
        if what in ("csv", "worksheet"):
            make, ending = (table, TABLE) if what == "csv" else (worksheet, SHEET)
            file = target / f"{path.stem}{ending}"
            save_whole(file, make(load(path), self.pack, said))
            return str(file)
        if what == "code":
            file = target / f"{path.stem}{CODE}"
            save_whole(file, self._with_code(path, card))
            return str(file)
        file = target / path.with_suffix(PAGES).name
        votes = read_votes(path)
        save_whole(file, report(load(path), self.pack, said, votes, roomed=self.roomed, projected=self.projected))
        if what != "all":
            return str(file)
        beside = [path_beside(path)] if said.objections or said.check.before or said.check.after else []
        beside += [path_votes(path)] if path_votes(path).exists() else []
        lies = [self.shelf.export(one, target).name for one in (path, *beside)]
        return _("{files} in {folder}").format(files=listed([*lies, file.name]), folder=target)

    def _with_code(self, path: Path, make: Callable[[Record, Pack], Made]) -> Made:
        """Make something of a play that has a code. Raises BadRecord, OSError."""
        record = load(path)
        try:
            return make(record, self.pack)
        except ValueError:
            other = _("This play was made with other level files: it has no code here. Hand in the record instead.")
            raise BadRecord(other) from None

    def code(self, play: str, save: Press) -> Screen:
        """The code of a play, to be held up; `save` is what its button answers. Raises BadRecord, OSError."""
        letters = self._with_code(self._path(play), letters_of)
        return Held(letters, squares(letters), SAYS, save)

    def receipt(self, play: str, kind: str, struck: Sequence[str] = ()) -> str:
        """Put the receipt, as a picture ("png") or as text, beside the other copies; without what is struck.

        Raises BadRecord, OSError.
        """
        made = next(page.receipt for page in debrief(load(self._path(play)), self.pack).pages if page.receipt)
        file = _exports() / f"{play}-receipt.{'png' if kind == 'png' else 'txt'}"
        if kind == "png":
            try:
                pygame.image.save(picture(made, struck), str(file))
            except pygame.error as no:
                raise OSError(str(no)) from no
        else:
            save_whole(file, made.text(struck))
        return str(file)

    def name_of(self, play: "Play") -> str:
        """The id of a running play."""
        return cast("Session", play).header.play

    def past(self, play: "Play") -> tuple[Passed, ...]:
        """What was read last in a running play, the latest first."""
        session = cast("Session", play)
        return past(self.pack, session.header.setup, session.lines)

    def minutes_left(self, play: "Play") -> int | None:
        """About how long a running play still takes; None if it has no end to reckon towards."""
        return minutes_left(play.view(), cast("Session", play).lines)

    def keep(self, play: "Play", elsewhere: Path | None = None) -> str:
        """Save a play whose file could not be written: in its place, else in another. Raises CannotWrite.

        Returns where it is saved now.
        """
        session = cast("Session", play)
        if session.path is None:
            place = self._path(session.header.play)
            if place.exists() and not session.text().startswith(place.read_text(encoding="utf-8", errors="replace")):
                place = self.shelf.new_path()  # another window went on there: its play stays whole
            try:
                session.move_to(place)
            except CannotWrite:
                session.move_to((elsewhere or own_folder() or Path.home()) / f"good-standing-{place.name}")
        return str(session.path)

    def debrief(self, play: str, running: "Play | None" = None) -> Screen:
        """The debrief of a play; one that runs and is not being saved any more is there whole. Raises BadRecord."""
        session = cast("Session", running)
        record = session.record if running and session.path is None else load(self._path(play))
        path = self._path(play)
        built = debrief(record, self.pack, read_votes(path), roomed=self.roomed, projected=self.projected)
        return Debrief(built.pages, record, built.notes, self.looks(), read_said(path),
                       copies=bool(self.shelf.copies(path, copies_folder())))  # fmt: skip
