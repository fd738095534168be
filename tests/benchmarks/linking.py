"""How linking grows: activities of one country, made up, in growing numbers.

Belongs here: time for each activity as a ratio to the smallest ledger. Does not: how well it links (tests/transforms/link).

Run: python -m tests.benchmarks.linking
"""

from __future__ import annotations

import random
import time
from datetime import date, timedelta

from transforms.link.link import link
from transforms.link.telling import Row

SIZES = (1_000, 4_000, 16_000)
OBJECTS = ("hospital", "hydropower plant", "road", "bridge", "school", "water supply system", "solar park", "railway", "port", "stadium")
KINDS = {"agreement": "signed a contract for", "construction": "started building", "completion": "completed"}
SYLLABLES = ("ka", "ru", "ma", "li", "do", "wen", "ta", "si", "bo", "gu", "ne", "zi", "pha", "lo", "mbe")


def rows(count: int) -> list[Row]:
    """Tellings of made-up undertakings, three each, in towns that many share."""
    chance, found = random.Random(count), []
    for number in range(count // len(KINDS)):
        name = "".join(chance.choices(SYLLABLES, k=4)).title()
        thing, town = chance.choice(OBJECTS), chance.choice(("Kampala", "Gulu", "Mbale", "Jinja", "Fort Portal"))
        day = date(2005, 1, 1) + timedelta(days=chance.randrange(6000))
        for step, (kind, verb) in enumerate(KINDS.items()):
            told = day + timedelta(days=400 * step)
            text = f"The company {verb} the {name} {thing} near {town}, Uganda, with {chance.randrange(20, 900)} workers."
            identity = f"{number:08}-{step}"
            plain = (
                "UG",
                None,
                town,
                told,
                "day",
                told,
                "completed",
                None,
                None,
                "Acme Builders",
                text,
                f"News of {name}",
                "Acme Builders",
            )
            found.append(Row(identity, identity, kind, *plain))
    return found


if __name__ == "__main__":
    first = 0.0
    for size in SIZES:
        told = rows(size)
        started = time.process_time()
        projects = {member.project_id for member in link(told).members}
        each = (time.process_time() - started) / len(told)
        first = first or each
        ratio = f"{each * 1e3:.2f} ms each, {each / first:.1f} times the first"
        print(f"{len(told):7,} activities of one country: {ratio}; {len(projects):,} projects")
