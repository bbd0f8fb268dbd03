"""A plan of a lesson at the projector: its parts, their minutes, and what is asked at its stops."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from game.model.base import Shape, Text

Name = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
PAGES = ("room", "first", "watch", "norm", "twin", "liked", "rules", "nudges", "unseen")
"""Pages of the debrief that a part can open; one that a play does not have is passed by."""


class Part(Shape):
    """One part. `does`: the play itself, findings one at a time, or a stop, at which words stand on a calm page."""

    name: Annotated[Text, Field(max_length=40)]
    minutes: Annotated[int, Field(ge=1, le=120)]
    does: Literal["stop", "play", "findings"] = "stop"
    says: Annotated[tuple[Text, ...], Field(max_length=4)] = ()
    asks: Annotated[tuple[Text, ...], Field(max_length=4)] = ()
    pages: Annotated[tuple[str, ...], Field(max_length=len(PAGES))] = ()


class Plan(Shape):
    """`minutes` are those of all its parts together."""

    id: Name
    name: Annotated[Text, Field(max_length=40)]
    campaign: Name
    minutes: Annotated[int, Field(ge=1, le=240)]
    parts: Annotated[tuple[Part, ...], Field(min_length=2, max_length=20)]
