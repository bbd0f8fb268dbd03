"""The things that ask: what they are about, whether an answer is well formed, and what was true."""

from game.model.acts import Act
from game.model.content import Ask, Pack
from game.model.state import State
from game.model.view import AskView, Choice, PaneView
from game.rules import chair, said
from game.rules.fate import fate, shuffled
from game.rules.plan import campaign_of, chapter_of, chapters_of, is_matched, looked_at, regime_of
from game.rules.regime import lines_in_force

EFFECTS = ("raises", "lowers", "uncounted")
OWN_WORDS = 280  # characters of own words that the diary keeps


def pairs(pack: Pack, state: State, ask: Ask) -> tuple[str, ...]:
    """The pairs that this box holds. Half of the true pairs are asked only after the play: a check on anchoring."""
    seed = state.setup.seed
    true = shuffled(seed, [pair.id for pair in pack.box.values() if not pair.filler], "pairs")
    early = (len(true) + 1) // 2
    if ask.late:
        return true[early:]
    fillers = tuple(pair.id for pair in pack.box.values() if pair.filler)
    return shuffled(seed, true[:early] + fillers, "box")


def preference(pack: Pack, state: State, pair: str) -> tuple[str, str]:
    """("x" | "z" | "", "before" | "after" | ""): what was declared for a pair, and when it is asked."""
    if not pair:
        return "", ""
    early = any(ask.kind == "unpack" and not ask.late and pair in pairs(pack, state, ask) for ask in pack.asks.values())
    for side in ("x", "z"):
        if f"{pair}.{side}" in state.prefers:
            return side, "before" if early else "after"
    return "", "before" if early else "after"


def diary_moments(state: State) -> tuple[tuple[str, str], ...]:
    """Up to four of the day's matched moments, drawn by the seed, in the order they were lived."""
    matched = [m for m, _ in state.today if is_matched(m)]
    picked = shuffled(state.setup.seed, matched, "diary", state.day)[:4]
    return tuple(entry for entry in state.today if entry[0] in picked)


def has_matter(pack: Pack, state: State, ask: str) -> bool:
    """Is there anything to ask? A diary without moments and a box without pairs stay shut."""
    kind, condition = pack.asks[ask].kind, pack.asks[ask].condition
    if condition:
        lived = [pack.chapters[c].condition for c in chapters_of(pack, state.setup)[: state.day + 1]]
        return condition in lived and asked_flag(ask) not in state.flags
    if kind == "diary":
        return bool(diary_moments(state))
    if kind == "chair":
        return bool(chair.windows(pack, state))
    return bool(pairs(pack, state, pack.asks[ask])) if kind == "unpack" else True


def effect(pack: Pack, regime: str, act: str) -> str:
    """What an act truly does under a regime once all its lines are up: raises, lowers or uncounted."""
    points = [rule.points for _, rule in lines_in_force(pack, pack.regimes[regime], 99) if rule.act == act]
    total = sum(points)
    return "raises" if total > 0 else "lowers" if total < 0 else "uncounted"


def asked_flag(ask: str) -> str:
    """The flag that says that something has asked already."""
    return f"asked_{ask}"


def top_of_dial(pack: Pack, state: State) -> int:
    """The most that can be bet: every pair."""
    return len(campaign_of(pack, state).families)


def truth(pack: Pack, state: State, act: Act) -> tuple[str, ...]:
    """What was true of the thing asked, kept beside the answer."""
    ask = pack.asks[act.what]
    if ask.kind == "chalk":
        regime = ask.regime or regime_of(pack, state).id
        return tuple(f"{a}={effect(pack, regime, a)}" for a in ask.acts)
    if ask.kind == "pegs":
        condition = ask.condition or chapter_of(pack, state).condition
        families = campaign_of(pack, state).families
        looks = sum(looked_at(pack, state.setup, condition, family) for family in families)
        return (str(looks), str(len(families)))
    if ask.kind == "diary":
        kinds = {e.id: e.kind for e in pack.endings.values()}
        return tuple(kinds.get(value, value.split(":")[0]) for value in act.values[1::2])
    if ask.kind == "token":
        regime = ask.regime or regime_of(pack, state).id
        return (regime, "public" if ask.public else "private")
    return chair.truth(pack, state, act.values) if ask.kind == "chair" else ()


def fault(pack: Pack, state: State, act: Act) -> str:
    """What is wrong with an answer, in a sentence; "" if it is well formed. Left alone (no values) is always well."""
    ask, values = pack.asks[act.what], act.values
    if not values:
        return ""
    if ask.kind == "unpack":
        sides = {f"{pair}.{side}": pair for pair in pairs(pack, state, ask) for side in "xz"}
        chosen = [sides.get(value, "") for value in values]
        return "" if all(chosen) and len(set(chosen)) == len(chosen) else said.PAIRS
    if ask.kind == "diary":
        about = [moment for moment, _ in diary_moments(state)]
        known = {"blank", *pack.endings}
        ends = [v for v in values[1::2] if v not in known and not (v.startswith("own:") and len(v) <= OWN_WORDS + 4)]
        good = len(values) % 2 == 0 and set(values[::2]) <= set(about) and len(set(values[::2])) == len(values) // 2
        return "" if good and not ends else said.DIARY
    if ask.kind == "chalk":
        parts = [value.partition("=") for value in values]
        acts = [a for a, _, _ in parts]
        good = set(acts) <= set(ask.acts) and len(set(acts)) == len(acts) and all(e in EFFECTS for _, _, e in parts)
        return "" if good else said.CHALK
    if ask.kind == "chair":
        return chair.fault(pack, state, values)
    if ask.kind == "pick":
        return "" if len(values) == 1 and values[0] in {f"pick_{i}" for i in range(len(ask.picks))} else said.PICK
    top = {"pegs": 10, "token": 5, "dial": top_of_dial(pack, state)}[ask.kind]
    low = 1 if ask.kind == "token" else 0
    good = len(values) == 1 and values[0] in {str(number) for number in range(low, top + 1)}
    return "" if good else said.NUMBER.format(low=low, top=top)


def ask_view(pack: Pack, state: State, did: dict[str, str]) -> AskView:
    """The thing that asks now, as it is seen. `did` says in words what was chosen in each moment of the day."""
    ask = pack.asks[state.asks[0]]
    items: tuple[Choice, ...] = ()
    about: tuple[Choice, ...] = ()
    panes: tuple[PaneView, ...] = ()
    top = {"pegs": 10, "token": 5}.get(ask.kind, 0)
    seed = state.setup.seed
    if ask.kind == "unpack":
        rows = []
        for pair_id in pairs(pack, state, ask):
            pair = pack.box[pair_id]
            sides = [(f"{pair_id}.x", pair.left), (f"{pair_id}.z", pair.right)]
            if fate(seed, "side", pair_id) % 2:
                sides.reverse()
            rows.append(Choice(id="/".join(s for s, _ in sides), text=" / ".join(t for _, t in sides)))
        items = tuple(rows)
    elif ask.kind == "diary":
        about = tuple(Choice(id=moment, text=did[moment]) for moment, _ in diary_moments(state))
        order = shuffled(seed, pack.endings, "endings", state.day)
        items = tuple(Choice(id=e, text=pack.endings[e].text) for e in order)
    elif ask.kind == "chalk":
        order = shuffled(seed, ask.acts, "chalk", ask.id)
        items = tuple(Choice(id=a, text=pack.acts[a].name) for a in order)
    elif ask.kind == "pick":
        items = tuple(Choice(id=f"pick_{i}", text=text) for i, text in enumerate(ask.picks))
    elif ask.kind == "dial":
        top = top_of_dial(pack, state)
    elif ask.kind == "chair":
        shown = chair.windows(pack, state)
        items = tuple(Choice(id=window.id, text=window.text) for window in shown)
        panes = tuple(PaneView(figures=window.figures, outside=window.outside) for window in shown)
    return AskView(
        id=ask.id,
        public=ask.public,
        kind=ask.kind,
        title=ask.title,
        line=ask.line,
        items=items,
        about=about,
        panes=panes,
        low=ask.low,
        high=ask.high,
        top=top,
    )
