"""The day and the hour as a person says them."""

from typing import TYPE_CHECKING

from game.language import N_, _, ngettext

if TYPE_CHECKING:
    from game.model.view import View

WEEK = (
    N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"), N_("Saturday"), N_("Sunday"),
)
HOURS = (
    "", N_("one hour"), N_("two hours"), N_("three hours"), N_("four hours"), N_("five hours"),
    N_("six hours"), N_("seven hours"), N_("eight hours"), N_("nine hours"), N_("ten hours"), N_("eleven hours"),
    N_("twelve hours"),
)
CHEER = {
    "up": N_("You’re doing great!"), "down": N_("Little steps, lovely you!"), "level": N_("Steady as you go!"),
    "": N_("Good to see you!"),
}


def weekday(view: "View") -> str:
    """The day's name. In a View it stands as in a record, for days are counted by it."""
    return _(view.weekday)


def to_come(minutes: int | None) -> str:
    """About how long the play still takes; it never counts down, and says nothing where nothing can be reckoned."""
    if minutes is None:
        return ""
    return _("about {minutes} minutes left").format(minutes=minutes) if minutes else _("a few minutes left")


def train_day(view: "View") -> str:
    """When the train goes, in words."""
    left = view.days - view.day
    if not view.train:
        return ""
    if left <= 1:
        return _("the train goes tomorrow") if left == 1 else _("the train goes today")
    if view.weekday not in WEEK:
        return ngettext("the train goes in {count} day", "the train goes in {count} days", left).format(count=left)
    goes = (WEEK.index(view.weekday) + left) % 7
    name = _(WEEK[goes])
    if left < 7:
        return _("the train goes on {weekday}").format(weekday=name)
    said = ngettext("the train goes on {weekday}, in {count} day", "the train goes on {weekday}, in {count} days", left)
    return said.format(weekday=name, count=left)


def hours_left(minutes: int) -> str:
    """Minutes as a person says them: "nine hours", "half an hour"."""
    if minutes < 30:
        return _("a few minutes") if minutes > 0 else _("no time")
    if minutes < 60:
        return _("half an hour")
    hours = minutes // 60
    if hours < len(HOURS):
        return _(HOURS[hours])
    return ngettext("{count} hour", "{count} hours", hours).format(count=hours)


def greeting(clock: str) -> str:
    """What the phone calls this time of day."""
    hour = int(clock.split(":", maxsplit=1)[0])
    return _("Good morning, you") if hour < 12 else _("Good afternoon, you") if hour < 18 else _("Good evening, you")
