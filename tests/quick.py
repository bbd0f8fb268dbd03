"""A few cases out of many for every day; the others stand among the long proofs, so that nothing is promised less."""

from collections.abc import Callable, Iterable
from typing import Any

import pytest


def few(cases: Iterable[Any], quick: Callable[[Any], bool]) -> list[Any]:
    """The cases for `parametrize`, or a fixture's params, in their order; those that are not `quick` are long."""
    return [case if quick(case) else long(case) for case in cases]


def long(case: Any) -> Any:
    """One case that is a long proof. A tuple holds a value for each name."""
    return pytest.param(*(case if isinstance(case, tuple) else (case,)), marks=pytest.mark.long)
