"""The words of a running play in the language in force: what its screens are given, and given anew when it changes."""

from typing import TYPE_CHECKING

from game.language import language

if TYPE_CHECKING:
    from game.model.view import View
    from game.shell.desk import Desk
    from game.shell.needs import Play


def seen(play: "Play") -> "View":
    """What the player may know now, in the language in force. The play itself stays as it is recorded."""
    from game.telling.views import told_view  # noqa: PLC0415  (shapes are read after the first frame)

    return told_view(play.view())


def follow(desk: "Desk") -> None:
    """Where another language has come into force since the desk was last asked, say all of it in that one."""
    if desk.language == language():
        return
    desk.language, desk.dirty = language(), True
    for screen in desk.screens:
        screen.dirty = True
    if desk.library:
        desk.looks = desk.library.looks()
    desk.refresh()
    if desk.play and desk.view:
        from game.screens.told import retell  # noqa: PLC0415  (as above)

        desk.view = seen(desk.play)
        retell(desk.screens, desk.view)
