"""Several panes that scroll, and groups in which Tab stops once and the arrows do the rest."""

from game.screens.kit.answers import Answer, Input, Key, Pointer
from game.screens.kit.frame import Frame
from game.screens.kit.node import Node
from game.screens.kit.screen import Screen

GROUPS = ("tab", "tile", "dot", "cell", "point", "row", "act", "col", "line", "file", "part", "parting")
LISTS = ("row", "act", "line", "part", "parting")  # in these, up and down go from line to line


def group(key: str) -> str:
    """The group of a key such as "tile.12"; "" if it is a thing of its own."""
    head = key.partition(".")[0]
    return head if head in GROUPS else ""


class Paned(Screen):
    """The wheel turns the pane under the pointer, the Page keys the one with the focus."""

    def on(self, event: Input, frame: Frame) -> Answer | None:
        """Wheel, Page keys, up and down; the rest as on every screen."""
        if isinstance(event, Pointer) and event.kind == "wheel":
            root = self.tree(frame)
            under = [pane for pane in _panes(root) if pane.window and pane.window.holds(event.x, event.y)]
            self._scroll(under[0] if under else None, -48 * event.turn)
            return None
        if not isinstance(event, Key) or not event.down:
            return super().on(event, frame)
        if event.name in ("pageup", "pagedown", "home", "end"):
            self.dirty = True
            pane = self._held(self.tree(frame))
            high = pane.window.h * 0.85 if pane and pane.window else 0.0
            self._scroll(pane, {"pageup": -high, "pagedown": high, "home": -1e9, "end": 1e9}[event.name])
            return None
        if event.name in ("up", "down"):
            self.dirty = True
            self._downwards(1 if event.name == "down" else -1, self.tree(frame))
            return None
        return super().on(event, frame)

    def along(self, by: int, frame: Frame) -> Answer | None:
        """Move within the group that has the focus."""
        root = self.tree(frame)
        mine = [node.key for node in root.focusables() if group(node.key) == group(self.focus)]
        if self.focus in mine:
            at = min(max(0, mine.index(self.focus) + by), len(mine) - 1)
            self.focus = mine[at]
            self._reveal(root)
        return None

    def step(self, by: int, root: Node) -> None:
        """Tab: from one thing or group to the next, round at the ends."""
        stops = self._stops(root)
        if stops:
            at = stops.index(self.focus) + by if self.focus in stops else (0 if by > 0 else -1)
            self.focus = stops[at % len(stops)]
            self._reveal(root)

    def _stops(self, root: Node) -> list[str]:
        """Where Tab stops. Of a group: where the focus is, else what is selected, else its first."""
        stops: list[str] = []
        inside: dict[str, str] = {}
        for node in root.focusables():
            head = group(node.key)
            if not head:
                stops.append(node.key)
            elif head not in inside:
                inside[head] = node.key
                stops.append(node.key)
            elif node.key == self.focus or (node.selected and group(self.focus) != head):
                stops[stops.index(inside[head])] = inside[head] = node.key
        return stops

    def _downwards(self, by: int, root: Node) -> None:
        """Up and down: to the next thing if it is near, else a piece of the way there."""
        pane = self._held(root)
        if group(self.focus) in LISTS:
            rows = [node.key for node in root.focusables() if group(node.key) == group(self.focus)]
            at = rows.index(self.focus) + by
            if 0 <= at < len(rows):
                self.focus = rows[at]
                self._reveal(root)
                return
        stops = self._stops(root)
        at = stops.index(self.focus) + by if self.focus in stops else 0
        goal = root.find(stops[at]) if 0 <= at < len(stops) else None
        if pane is None or pane.window is None:
            self.step(by, root)
            return
        if goal is None or (pane.find(goal.key) is None and pane.find(self.focus) is not None and pane.reach):
            left = pane.reach - pane.offset if by > 0 else pane.offset
            if left > 1:
                self._scroll(pane, by * pane.window.h * 0.3)
            elif goal is not None:
                self.step(by, root)
            return
        away = goal.box.bottom - pane.window.bottom if by > 0 else pane.window.y - goal.box.y
        if pane.find(goal.key) is not None and away > pane.window.h * 0.35:
            self._scroll(pane, by * pane.window.h * 0.3)
            return
        self.step(by, root)

    def _held(self, root: Node) -> Node | None:
        """The pane that has the focus, else the first."""
        panes = _panes(root)
        return next((pane for pane in panes if pane.find(self.focus)), panes[0] if panes else None)

    def _scroll(self, pane: Node | None, by: float) -> None:
        if pane is not None and pane.reach:
            self.scrolls[pane.key] = min(max(0.0, pane.offset + by), pane.reach)
            self.dirty = True


def _panes(root: Node) -> list[Node]:
    return [node for node in root.walk() if node.window and node.key]
