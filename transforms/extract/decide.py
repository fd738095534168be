"""Which candidates are activities, and of which kind: the models in their order.

Belongs here: (area, sentence) -> kind -> area of the release -> kind of the area, and the thresholds.
Does not: what the features are (features.py, pool.py), what else a row says (assemble.py).
"""

from __future__ import annotations

from collections import Counter
from heapq import nlargest
from typing import NamedTuple

from transforms.extract.candidates import Context, candidates, context
from transforms.extract.features import keep_features, kinds_at_place, kinds_of_sentence, sentence_features
from transforms.extract.found import Found
from transforms.extract.kind_words import Chances, chances, words_of
from transforms.extract.model import NOTHING, Model, probability
from transforms.extract.models import Models
from transforms.extract.pool import Telling, area_features, best_of_sentences, by_area, by_kind, kind_pool_features
from transforms.extract.word_weights import Weights

_LEAST_KEEP = -4.0
_BY_WORDS, _LEAST_CHANCE = 2, 0.1
Pools = dict[str, list[tuple[float, Telling]]]


class Area(NamedTuple):
    """An area with its log-odds, and its kinds with their tellings."""

    name: str
    logit: float
    kinds: Pools


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
    least = models.thresholds.coefficients
    pools = by_area(tell(found, known, models.keep))
    logits = judge_areas(found, known, pools, models.area)
    # What decides on rows is asked of the likely areas only: the kinds of the others are never looked at.
    likely = {area: pools[area] for area, logit in logits.items() if logit > 0 or probability(logit) >= least["area"]}
    judge = KindJudge(found, told_kinds(found), models.kind, models.words)
    areas = [Area(area, logits[area], by_kind(map(judge, pool))) for area, pool in likely.items()]
    others = best_kinds(areas)
    decisions: list[Decision] = []
    for area in areas:
        if probability(area.logit) >= least["area"]:
            of_area = kind_decisions(found, area, others, models.kind_pool)
            decisions += [d for rank, d in enumerate(of_area) if rank == 0 or d.probability >= least["kind"]]
    return decisions


def judge_areas(found: Found, known: Context, pools: dict[str, list[Telling]], model: Model) -> dict[str, float]:
    """Area -> the log-odds that the release tells of an activity there."""
    rivals = best_of_sentences(pools)
    return {area: model.logit_of(*area_features(found, known, pool, rivals)) for area, pool in pools.items()}


def told_kinds(found: Found) -> dict[str, int]:
    """How often each kind is told outside boilerplate."""
    told = Counter(
        trigger.kind for index, s in enumerate(found.doc.sentences) if s.role != "boilerplate" for trigger in found.triggers[index]
    )
    return dict(told)


def tell(found: Found, known: Context, keep: Model) -> list[Telling]:
    """Judge each candidate alone, its kind aside."""
    tellings: list[Telling] = []
    shared: tuple[int, float] = (-1, 0.0)
    for candidate in candidates(found, known):
        if shared[0] != candidate.sentence:
            shared = (candidate.sentence, keep.logit(sentence_features(found, known, candidate.sentence)))
        logit = shared[1] + keep.logit(keep_features(found, known, candidate)) - keep.bias
        if logit >= _LEAST_KEEP:
            tellings.append(Telling(candidate, logit, {}))
    return tellings


def kinds_of(found: Found, index: int, told: dict[str, int], words: Chances) -> list[str]:
    """The kinds that a sentence may tell of: those it has terms for, those that its words make likeliest, else the two most told."""
    likeliest = nlargest(_BY_WORDS, words, key=words.__getitem__)
    here = sorted({trigger.kind for trigger in found.acts[index]} | {kind for kind in likeliest if words[kind] > _LEAST_CHANCE})
    return here or sorted(told, key=lambda kind: (-told[kind], kind))[:2] or ["other"]


class KindJudge:
    """Gives tellings their kinds; what holds for every area of a sentence is worked out once."""

    def __init__(self, found: Found, told: dict[str, int], model: Model, words: Weights) -> None:
        """`told` counts the triggers of each kind in the release; `words` weighs words for kinds."""
        self._found, self._told, self._model, self._words = found, told, model, words
        self._sentences: dict[int, dict[str, float]] = {}

    def __call__(self, telling: Telling) -> Telling:
        """The telling with the probability of each kind."""
        candidate, model = telling.candidate, self._model
        logits = self._sentences.get(candidate.sentence)
        if logits is None:
            logits = self._sentences[candidate.sentence] = self._of_sentence(candidate.sentence)
        at_place = kinds_at_place(self._found, candidate)
        kinds = {kind: probability(logit + model.weight(at_place.get(kind, NOTHING))) for kind, logit in logits.items()}
        return Telling(candidate, telling.keep, kinds)

    def _of_sentence(self, index: int) -> dict[str, float]:
        found, told = self._found, self._told
        words = chances(words_of(found, index), self._words)
        said = kinds_of_sentence(found, index, kinds_of(found, index, told, words), told, words)
        return {kind: self._model.logit(bundles) for kind, bundles in said.items()}


def best_kinds(areas: list[Area]) -> dict[str, int]:
    """How many of the likely areas have each kind as their best."""
    likely = [area.kinds for area in areas if area.logit > 0 and area.kinds]
    return dict(Counter(max(kinds, key=lambda k: (kinds[k][0][0], k)) for kinds in likely))


def kind_decisions(found: Found, area: Area, others: dict[str, int], model: Model) -> list[Decision]:
    """A decision for each kind told in an area, the likeliest first."""
    decisions: list[Decision] = []
    for kind, tellings in area.kinds.items():
        chance = probability(model.logit_of(*kind_pool_features(found, kind, area.kinds, area.logit, others)))
        decisions.append(Decision(area.name, kind, chance, tellings[0][1], tuple(t for _, t in tellings[1:])))
    return sorted(decisions, key=lambda d: (-d.probability, d.kind))
