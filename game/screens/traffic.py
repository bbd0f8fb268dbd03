"""Cars on the road: they come, they stop at the stripes for somebody who stands there, or they do not."""

from dataclasses import dataclass, field

KINDS = ("car_a", "van", "car_b", "car_a_left", "car_b_left", "bus", "van_left")
PACE = 330.0
GAPS = (7.0, 12.0, 5.0, 15.0, 9.0)  # seconds before the next car
NEAR = 120.0  # how near the stripes somebody must stand to be stopped for
BRAKE = 250.0  # how far before the stripes a car begins to brake
LINE = 175.0  # where it stands, from the middle of the stripes


@dataclass
class Car:
    """One car: where its middle is, and how fast it goes."""

    kind: str
    x: float
    pace: float = PACE

    @property
    def way(self) -> int:
        """1 to the right, -1 to the left."""
        return -1 if self.kind.endswith("_left") else 1


@dataclass
class Traffic:
    """The road. It has a life of its own and decides nothing."""

    width: float
    zebra: float
    cars: list[Car] = field(default_factory=list)
    _clock: float = 0.0
    _next: int = 0

    def tick(self, seconds: float, *, walker: float, stops: bool, red: bool = False) -> None:
        """Let time pass. Cars stop for a walker near the stripes if `stops`, but not while his light is `red`."""
        self._clock += seconds
        while self._clock >= GAPS[self._next % len(GAPS)]:
            self._clock -= GAPS[self._next % len(GAPS)]
            kind = KINDS[self._next % len(KINDS)]
            self._next += 1
            self.cars.append(Car(kind, -240.0 if not kind.endswith("_left") else self.width + 240.0))
        waits = stops and not red and abs(walker - self.zebra) < NEAR
        for car in self.cars:
            left = (self.zebra - car.way * LINE - car.x) * car.way
            if waits and -10 <= left < BRAKE:
                car.pace = max(0.0, min(car.pace, PACE * left / BRAKE - 6))
            else:
                car.pace = min(PACE, car.pace + 220 * seconds)
            car.x += car.way * car.pace * seconds
        self.cars = [car for car in self.cars if -300 < car.x < self.width + 300]

    def seen(self) -> tuple[tuple[float, str, bool], ...]:
        """Each car's middle, its kind, and whether it stands."""
        return tuple((car.x, car.kind, car.pace < 8) for car in self.cars)
