"""The same thing told in several sentences: what a release as a whole says for an area, and for a kind in an area.

Belongs here: pooling candidates over the sentences of a release, and the features of the pools.
Does not: features inside a sentence (features.py), choosing (decide.py).
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from transforms.extract import phrases
from transforms.extract.bands import FEW
from transforms.extract.candidates import Candidate, Context, is_region
from transforms.extract.found import Found
from transforms.extract.model import Bundle, probability

_CLIP = 6.0


class Telling(NamedTuple):
    """A candidate with what the models of the sentence say: `keep` is a log-odds, `kinds` maps kind to probability."""

    candidate: Candidate
    keep: float
    kinds: dict[str, float]


def by_area(tellings: Iterable[Telling]) -> dict[str, list[Telling]]:
    """Area -> its tellings, the likeliest first."""
    pools: dict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        pools[telling.candidate.area].append(telling)
    for pool in pools.values():
        pool.sort(key=lambda t: (-t.keep, t.candidate.sentence))
    return dict(pools)


def best_of_sentences(pools: dict[str, list[Telling]]) -> dict[int, float]:
    """Sentence -> the log-odds of its likeliest area."""
    best: dict[int, float] = {}
    for pool in pools.values():
        for telling in pool:
            best[telling.candidate.sentence] = max(telling.keep, best.get(telling.candidate.sentence, -_CLIP))
    return best


def area_features(found: Found, known: Context, pool: list[Telling], rivals: dict[int, float]) -> tuple[dict[str, float], list[Bundle]]:
    """What the release says for an area, in values and in names; `rivals` are the best log-odds of each sentence."""
    best = pool[0]
    area, basis, place = best.candidate.area, best.candidate.basis, best.candidate.place
    values = {
        "best sentence": _clipped(best.keep),
        "second sentence": _clipped(pool[1].keep) if len(pool) > 1 else -_CLIP,
        "any sentence": _any(pool),
        "behind the best area": _clipped(max(rivals.values()) - best.keep),
        "behind in its best sentence": _clipped(rivals[best.candidate.sentence] - best.keep),
        "behind everywhere": _clipped(min([rivals[t.candidate.sentence] - t.keep for t in pool if t.keep > best.keep - 1])),
    }
    bundles = [phrases.of_best_sentence(basis, found.doc.sentences[best.candidate.sentence].role, found.doc.cased)]
    if place is not None and place.listed and basis == "sentence":
        bundles.append(phrases.IN_A_LIST)
    else:
        values["share of mentions"] = known.counts.get(area, 0) / max(1, known.total)
        bundles.append(phrases.countries(FEW(len(known.ranked))))
    organisation = all(t.candidate.place is not None and t.candidate.place.role != "" for t in pool)
    return values, [*bundles, _of_area(known, area, organisation=organisation)]


def _of_area(known: Context, area: str, *, organisation: bool) -> Bundle:
    home, region = area == known.home, is_region(area)
    return phrases.of_area_in_release(
        area in known.title,
        area in known.lead,
        home,
        home and known.ranked == [area],
        region,
        region and bool(known.ranked),
        known.ranked[:1] == [area],
        area not in known.counts,
        organisation,
    )


def _clipped(logit: float) -> float:
    return logit if -_CLIP < logit < _CLIP else _CLIP if logit > 0 else -_CLIP


def _any(pool: list[Telling]) -> float:
    """Log-odds that at least one sentence is right, if each were so by itself."""
    none = math.prod(1.0 - probability(t.keep) for t in pool)
    return _clipped(math.log(max(1e-9, 1.0 - none) / max(1e-9, none)))


def by_kind(pool: Iterable[Telling]) -> dict[str, list[tuple[float, Telling]]]:
    """Kind -> the joint probability (an activity, and of this kind) of each telling, both the likeliest first."""
    kinds: dict[str, list[tuple[float, Telling]]] = defaultdict(list)
    for telling in pool:
        kept = probability(telling.keep)
        for kind, share in telling.kinds.items():
            kinds[kind].append((kept * share, telling))
    for found in kinds.values():
        found.sort(key=lambda pair: (-pair[0], pair[1].candidate.sentence))
    return dict(sorted(kinds.items(), key=lambda item: (-item[1][0][0], item[0])))


def kind_pool_features(
    found: Found, kind: str, kinds: dict[str, list[tuple[float, Telling]]], area: float, others: dict[str, int]
) -> tuple[dict[str, float], list[Bundle]]:
    """What the release says for `kind` in an area whose log-odds are `area`; `others` counts the areas whose best kind is each."""
    tellings, first = kinds[kind], next(iter(kinds))
    joint, best = tellings[0]
    top, leader = kinds[first][0]
    values = {
        "joint": _log_odds(joint),
        "area": _clipped(area),
        "given the sentence": _log_odds(best.kinds[kind]),
        "second telling": _log_odds(tellings[1][0]) if len(tellings) > 1 else -_CLIP,
        "behind the best kind": _log_odds(top) - _log_odds(joint),
        "expected tellings": min(3.0, sum([p for p, _ in tellings])),
        "best kind elsewhere": float(min(3, others.get(kind, 0))),
    }
    if kind != first:
        values["same sentence as the best"] = float(leader.candidate.sentence == best.candidate.sentence)
    role, rank = found.doc.sentences[best.candidate.sentence].role, min(list(kinds).index(kind), 3)
    named = phrases.of_pooled_kind(kind, rank, role, best.candidate.basis, first if rank else "", found.doc.cased)
    return values, [named]


def _log_odds(share: float) -> float:
    share = min(1 - 1e-6, max(1e-6, share))
    return _clipped(math.log(share / (1 - share)))
