"""The learning check: short cases from elsewhere, each of which belongs in one of five trays."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from game.model.base import Shape, Text

Kind = Literal["watched", "norm", "sorting", "nudge", "none"]
"""What is at work in a case: a look that cannot be told, a norm made one's own, a class, a layout, or none of them."""

Lot = Literal["a", "b"]


class Case(Shape):
    """A case. `why` says why it belongs where it does, and is not shown before both lots are done with."""

    id: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
    lot: Lot
    kind: Kind
    where: Annotated[Text, Field(max_length=60)]
    text: Annotated[Text, Field(max_length=400)]
    why: Annotated[Text, Field(max_length=400)]
