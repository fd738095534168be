"""Which candidates are activities, and of which kind: the models in their order.

Belongs here: (area, sentence) -> kind -> area of the release -> kind of the area, and the thresholds.
Does not: what the features are (features.py, pool.py), what else a row says (assemble.py).
"""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from transforms.extract.candidates import Candidate, Context, candidates, context
from transforms.extract.features import keep_features, kind_features, sentence_features
from transforms.extract.found import Found
from transforms.extract.model import Model, probability
from transforms.extract.models import Models
from transforms.extract.pool import Telling, area_features, by_area, by_kind, kind_pool_features

_LEAST_KEEP = -6.0
Pools = dict[str, list[tuple[float, Telling]]]


class Decision(NamedTuple):
    """An activity of `kind` in `area`, best told by `telling`; `probability` that a careful reader codes it there."""

    area: str
    kind: str
    probability: float
    telling: Telling
    others: tuple[Telling, ...]


def decide(found: Found, models: Models) -> list[Decision]:
    """The activities of a release, without what stands around them."""
    known = context(found)
    pools = by_area(tell(found, known, told_kinds(found), models.keep, models.kind))
    return choose_rows(found, known, pools, models)


def choose_rows(found: Found, known: Context, pools: dict[str, list[Telling]], models: Models) -> list[Decision]:
    """The areas of a release that are likely enough, and for each its kinds."""
    least = models.thresholds.coefficients
    areas = area_logits(found, known, pools, models.area)
    kinds = {area: by_kind(pool) for area, pool in pools.items()}
    others = best_kinds({area: kinds[area] for area in pools if areas[area] > 0})
    decisions: list[Decision] = []
    for area in pools:
        if probability(areas[area]) >= least["area"]:
            of_area = kind_decisions(found, area, kinds[area], areas[area], others, models.kind_pool)
            decisions += [d for rank, d in enumerate(of_area) if rank == 0 or d.probability >= least["kind"]]
    return decisions


def area_logits(found: Found, known: Context, pools: dict[str, list[Telling]], model: Model) -> dict[str, float]:
    """Log-odds of each area that the release tells of an activity there."""
    best = max((pool[0].keep for pool in pools.values()), default=0.0)
    return {area: model.logit_of(area_features(found, known, pool, best)) for area, pool in pools.items()}


def told_kinds(found: Found) -> dict[str, int]:
    """How often each kind is told outside boilerplate."""
    told = Counter(
        trigger.kind for index, s in enumerate(found.doc.sentences) if s.role != "boilerplate" for trigger in found.triggers[index]
    )
    return dict(told)


def tell(found: Found, known: Context, told: dict[str, int], keep: Model, kind: Model) -> list[Telling]:
    """Judge each candidate alone."""
    tellings: list[Telling] = []
    shared: tuple[int, float] = (-1, 0.0)
    for candidate in candidates(found, known):
        if shared[0] != candidate.sentence:
            shared = (candidate.sentence, keep.logit(sentence_features(found, known, candidate.sentence)))
        logit = shared[1] + keep.logit(keep_features(found, known, candidate)) - keep.bias
        if logit >= _LEAST_KEEP:
            tellings.append(Telling(candidate, logit, _shares(found, known, candidate, told, kind)))
    return tellings


def kinds_of(found: Found, candidate: Candidate, told: dict[str, int]) -> list[str]:
    """The kinds that a candidate may be of: those its sentence has words for, else the one most told in the release."""
    here = sorted({trigger.kind for trigger in found.triggers[candidate.sentence]})
    return here or sorted(told, key=lambda kind: (-told[kind], kind))[:2] or ["other"]


def _shares(found: Found, known: Context, candidate: Candidate, told: dict[str, int], kind: Model) -> dict[str, float]:
    return {
        name: probability(kind.logit(kind_features(found, known, candidate, name, told))) for name in kinds_of(found, candidate, told)
    }


def best_kinds(kinds: dict[str, Pools]) -> dict[str, int]:
    """How many areas have each kind as their best."""
    return dict(Counter(max(of_area, key=lambda k: (of_area[k][0][0], k)) for of_area in kinds.values() if of_area))


def kind_decisions(
    found: Found, area: str, kinds: Pools, logit: float, others: dict[str, int], model: Model
) -> list[Decision]:
    """A decision for each kind told in an area whose log-odds are `logit`, the likeliest first."""
    decisions: list[Decision] = []
    for kind, tellings in kinds.items():
        chance = probability(model.logit_of(kind_pool_features(found, kind, kinds, logit, others)))
        decisions.append(Decision(area, kind, chance, tellings[0][1], tuple(t for _, t in tellings[1:])))
    return sorted(decisions, key=lambda d: (-d.probability, d.kind))
