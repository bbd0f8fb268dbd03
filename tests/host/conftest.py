"""The fixtures of rooms.py for all tests of the host; where the extra is not installed, those that need it skip."""

from contextlib import suppress

import pytest

with suppress(pytest.skip.Exception):
    from tests.host.rooms import room, rooms, served, stores  # noqa: F401
