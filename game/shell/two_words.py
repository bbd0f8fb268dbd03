"""Two plain words for a play, by its id: how one finds it again on a computer that several people use.

Nothing is kept for them: the record's own id gives them, and whoever can read the folder can reckon them. That is
politeness, not a lock. They are the same in every language, like a name.
"""

import re
from collections.abc import Collection

_FIRST = (
    "amber autumn azure bamboo breezy bright bronze brown calico cedar chalky cherry coastal copper coral cotton "
    "crimson crisp desert distant eastern evening frosty gilded glassy golden green grey hazel indigo inland ivory "
    "jade lilac linen lunar marble mellow misty morning mossy northern oaken olive opal painted pearl purple rainy "
    "rosy russet sandy scarlet silver snowy southern striped summer sunny teal tidal velvet violet western"
)
_SECOND = (
    "acorn anchor apple badger barrel basket beacon bicycle blanket bramble bridge button candle canoe chestnut "
    "clover compass curlew dolphin feather ferry finch garden gull hammock heron island kettle ladder lemon linnet "
    "magnet meadow mitten orchard osprey otter paddle pebble pepper pillow plover pocket puffin pumpkin quilt rudder "
    "saddle shell sparrow spoon spindle teapot thimble thistle tulip trumpet umbrella wagon walnut whistle willow wren "
    "zither"
)
FIRST, SECOND = tuple(_FIRST.split()), tuple(_SECOND.split())
TRIES = 200  # of ids for a new play until its words are its own


def two_words(play: str) -> str:
    """The words of a play, e.g. "grey heron"."""
    from hashlib import blake2b  # noqa: PLC0415  (after the first frame)

    number = int.from_bytes(blake2b(play.encode(), digest_size=8).digest(), "big")
    return f"{FIRST[number % len(FIRST)]} {SECOND[number // len(FIRST) % len(SECOND)]}"


def fits(typed: str, words: str) -> bool:
    """Whether somebody means these words: capitals, hyphens, spaces and their order do not matter."""
    given = re.findall(r"[^\W\d_]+", typed.casefold())
    first, _, second = words.partition(" ")
    return "".join(given) in (first + second, second + first)


def own(play: str, others: Collection[str]) -> bool:
    """Whether no other play has the words of this one."""
    return two_words(play) not in {two_words(one) for one in others}
