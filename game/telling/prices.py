"""What a choice costs and what is posted of it, in words: as figures in columns, for a voice, and on the way round."""

from typing import TYPE_CHECKING

from game.language import N_, _, ngettext

if TYPE_CHECKING:
    from game.model.record import Option

MARKS = {"posted": N_("posted")}
DETOURS = {
    "phone": (
        N_("Are you sure, you?"), N_("This one lives under More, then Other. The first one was so close!"), "",
    ),
    "print": (N_("Form {page} of {of}"), N_("This one wants a form of its own. Sign here as well."), ""),
    "daylight": (N_("Further back"), N_("It is behind the other one, and something has to be moved first."), ""),
}


def amounts(option: "Option") -> tuple[str, str, str]:
    """Minutes, coins and tie as they stand in columns of figures; empty where there is nothing to pay."""
    coins = ngettext("{coins} coin", "{coins} coins", abs(option.coins)).format(coins=signed(option.coins))
    tie = ngettext("{ties} tie", "{ties} ties", abs(option.tie)).format(ties=signed(option.tie))
    minutes = _("{minutes} min").format(minutes=option.minutes)
    return minutes if option.minutes else "", coins if option.coins else "", tie if option.tie else ""


def figures(option: "Option") -> list[str]:
    """The whole price, one amount an entry; a dash if there is none."""
    return [amount for amount in amounts(option) if amount] or ["–"]


def marked(option: "Option") -> str:
    """What print says of an option: posted, with its figure if that line was read."""
    if not option.mark:
        return _("not on the tariff")
    return posted(option.mark, option.points)


def posted(mark: str, points: int | None) -> str:
    """A mark, with its figure if that line was read; the only mark there is says that something is posted."""
    said = _(MARKS.get(mark, mark))
    return said if points is None else _("{mark} {points}").format(mark=said, points=signed(points))


def signed(number: int) -> str:
    """A figure with its sign; minus is a true minus."""
    return f"{number:+d}".replace("-", "−")


def price(option: "Option") -> str:
    """What an option costs, in words for a voice."""
    parts = []
    if option.minutes:
        parts.append(ngettext("{count} minutes", "{count} minutes", option.minutes).format(count=option.minutes))
    if option.coins:
        coins = ngettext("{coins} coins", "{coins} coins", abs(option.coins))
        parts.append(coins.format(coins=_aloud(option.coins)))
    if option.tie:
        parts.append(_("tie {tie}").format(tie=_aloud(option.tie)))
    if option.mark:
        mark = posted(option.mark, None)
        read = option.points is not None
        parts.append(_("{mark} {points}").format(mark=mark, points=_aloud(option.points or 0)) if read else mark)
    return ", ".join(parts)


def _aloud(number: int) -> str:
    """A figure with its sign in words."""
    return (_("minus {number}") if number < 0 else _("plus {number}")).format(number=abs(number))
