"""The plan of the Row: what stands where, in logical pixels from its left end."""

from game.language import N_

ROW_WIDTH = 4200
GROUND = 500  # where houses meet the pavement
KERB = 564
ROAD = 572
FEET = 548  # where people walk
CROSSING_X = 2030
BOX_X = 722
BOARD_X = 1745
BUS_X = 3330  # where the bus stops

# Left edge of a drawing. Houses carry ten units of eaves on each side of their walls.
HOUSES: tuple[tuple[str, float], ...] = (
    ("bakery", 140),
    ("no_7", 470),
    ("ferry_office", 772),
    ("house_b", 1076),
    ("library", 1204),
    ("clinic", 2106),
    ("cafe", 2380),
    ("market", 2690),
    ("laundry", 3018),
    ("house_a", 3222),
    ("station", 3336),
    ("pawnshop", 3704),
    ("park", 3886),
)
LANE_ENDS = (360.0, 2746.0)  # the flanks that close the lane, a step beyond where one can walk in it
ENDS = (46.0, ROW_WIDTH - 46.0)  # the barriers at both ends of the Row's footway
GARDENS = (664,)
ALLEY_AT = (416, 1520, 2630)
ALLEYS = tuple(x + 30.0 for x in ALLEY_AT)
GAPS = ((0, 150), (1584, 2116))  # open to the sea
DOORS = {
    "bakery": 215, "no_7": 142, "ferry_office": 215, "library": 160, "clinic": 195, "cafe": 188, "market": 170,
    "laundry": 175, "station": 185, "pawnshop": 176, "park": 161,
}
SPOT_X: dict[str, float] = {name: x + DOORS[name] for name, x in HOUSES if name in DOORS}
SPOT_X["board"] = float(BOARD_X)
SPOT_X = {
    name: float(SPOT_X[name])
    for name in (
        "bakery", "no_7", "ferry_office", "library", "board", "clinic", "cafe", "market", "laundry", "station",
        "pawnshop", "park",
    )
}
LAMPS = (438, 1136, 1588, 2374, 3000, 3620)  # foot of the post; the arm reaches to the right
LENSES = tuple(x - 26.0 for x in (1136, 1588, 2374, 3000))  # the middle of each sweep on the pavement
SIGNAL_X = CROSSING_X + 62

# Things on the pavement: drawing, middle, foot, whether mirrored.
THINGS: tuple[tuple[str, float, float, bool], ...] = (
    ("railing", 70, 506, False),
    ("bench", 160, 532, False),
    ("planter", 418, 512, False),
    ("bicycle", 668, 526, False),
    ("phone_box", BOX_X, 528, False),
    ("postbox", 1066, 516, False),
    ("bin", 1196, 522, False),
    ("railing", 1664, 506, False),
    ("railing", 1816, 506, False),
    ("railing", 1968, 506, False),
    ("railing", 2044, 506, False),
    ("bench", 1880, 536, False),
    ("bin", 1956, 530, False),
    ("table", 2490, 526, False),
    ("aboard", 2626, 530, False),
    ("crates", 2704, 520, False),
    ("planter", 3000, 514, False),
    ("bicycle", 3280, 524, False),
    ("bench", 3404, 528, False),
    ("bin", 3700, 522, False),
    ("planter", 3886, 512, False),
    ("bench", 4046, 530, False),
)
HANGING = {"bakery": 418, "cafe": 2632, "pawnshop": 3704, "ferry_office": 1076}
SIGNS = {
    "bakery": N_("BAKERY"), "no_7": N_("No. 7"), "ferry_office": N_("FERRY OFFICE"), "library": N_("LIBRARY"),
    "clinic": N_("CLINIC"), "cafe": N_("CAFÉ"), "market": N_("MARKET"), "laundry": N_("LAUNDRY"),
    "station": N_("STATION"), "pawnshop": N_("PAWN & LOAN"), "park": N_("PARK"),
}
