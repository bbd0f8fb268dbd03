"""The one base class of every shape."""

from typing import Annotated, Any, Final, Self

from pydantic import BaseModel, ConfigDict, StringConstraints

READ: Final = "read by a player"
"""Marks words in the shapes of level files: what stands under it goes into the catalogue for translators."""

Text = Annotated[str, StringConstraints(min_length=1, max_length=600), READ]
Words = Annotated[str, StringConstraints(max_length=600), READ]  # the same, and may be left out


class Shape(BaseModel):
    """A frozen, strict record. Sequences are tuples; nothing unknown is let in."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    def but(self, **changes: Any) -> Self:
        """Return a copy with `changes`. Names are checked; values are trusted (they come from our own code).

        The same as `model_copy(update=changes)`, which would copy one by one what frozen shapes can share.
        """
        unknown = changes.keys() - type(self).__pydantic_fields__.keys()
        if unknown:
            raise TypeError(f"{type(self).__name__} has no field {sorted(unknown)}")
        made = type(self).__new__(type(self))
        object.__setattr__(made, "__dict__", {**self.__dict__, **changes})
        object.__setattr__(made, "__pydantic_fields_set__", self.__pydantic_fields_set__ | changes.keys())
        object.__setattr__(made, "__pydantic_extra__", None)
        object.__setattr__(made, "__pydantic_private__", None)
        return made
