"""The one base class of every shape."""

from typing import Any, Self

from pydantic import BaseModel, ConfigDict


class Shape(BaseModel):
    """A frozen, strict record. Sequences are tuples; nothing unknown is let in."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    def but(self, **changes: Any) -> Self:
        """Return a copy with `changes`. Names are checked; values are trusted (they come from our own code)."""
        unknown = changes.keys() - type(self).model_fields.keys()
        if unknown:
            raise TypeError(f"{type(self).__name__} has no field {sorted(unknown)}")
        return self.model_copy(update=changes)
