"""The names of the features of sentences, places and kinds, made from the banded values that they stand for.

Belongs here: functions from a few values to a Bundle; what was made once is remembered, so that each name is written once a process.
Does not: taking the values from a text (features.py, pool.py), weighing (model.py).
"""

# ruff: noqa: PLR0913, PLR0917 - the values behind a name are the arguments of its function, by position, which are remembered faster
from __future__ import annotations

from transforms.extract.bands import RANK
from transforms.extract.model import Bundle, bundled

NO_HINT = Bundle(("no hint",))
MOST_TOLD = Bundle(("kind most told",))
IN_A_LIST = Bundle(("best in a list",))
Act = tuple[str, str, str, str, str]


def _holding(**names: bool) -> tuple[str, ...]:
    return tuple(name.replace("_", " ") for name, holds in names.items() if holds)


@bundled
def of_setting(role: str, position: str, cased: bool) -> tuple[str, ...]:
    """Where the sentence stands in the release."""
    return f"role {role}", f"position {position}", "cased" if cased else "lower case"


@bundled
def of_best(weight: int, form: str, mood: str, number: int) -> tuple[str, ...]:
    """The heaviest act of the sentence, and how many there are."""
    return f"best trigger {weight}", f"best {form} {mood}", f"triggers {number}"


@bundled
def of_acts(acts: frozenset[Act]) -> tuple[str, ...]:
    """What the acts of the sentence are: (kind, mood, form, status, subject) of each."""
    return tuple(sorted({name for act in acts for name in _of_act(*act)}))


def _of_act(kind: str, mood: str, form: str, status: str, subject: str) -> tuple[str, ...]:
    return f"tells of {kind}", f"mood {mood}", f"form {form}", f"state {status or 'unsaid'}", f"subject {subject or 'unsaid'}"


@bundled
def of_mentions(weight: int, dated: bool, day: bool, money: bool, own: bool, others: bool, profile: str) -> tuple[str, ...]:
    """What else the sentence names: things, dates, sums, parties."""
    names = _holding(has_a_date=dated, has_a_day=day, has_a_sum=money, names_itself=own, names_another_party=others)
    return f"object {weight}", *names, f"profile cues {profile}"


@bundled
def of_shape(length: str, quote: bool, question: bool, we: bool, first: bool, countries: str) -> tuple[str, ...]:
    """How the sentence is built, and how many countries it names."""
    names = _holding(quote=quote, question=question, speaks_of_we=we, opens_its_paragraph=first)
    return *((length,) if length else ()), *names, f"countries here {countries}"


@bundled
def of_basis(basis: str, act: str, dateline: bool) -> tuple[str, ...]:
    """How the area came to be meant."""
    return f"by {basis}", f"by {basis}, {act}", *((f"dateline area by {basis}",) if dateline else ())


@bundled
def of_area(rank: str, named: str, countries: str, title: bool, lead: bool, region: bool, dateline: bool) -> tuple[str, ...]:
    """What the release says of the area; `rank`, `named` and `countries` are "" for the member of a list."""
    counts = (f"rank {rank}", f"named {named}", f"countries of the release {countries}") if rank else ()
    return *counts, *_holding(area_in_title=title, area_in_lead=lead, region=region, dateline_area=dateline)


@bundled
def beside(basis: str, other: str, home: str, after_in: bool, with_home: bool, abroad_in_lead: bool) -> tuple[str, ...]:
    """How the area stands to the other places of its sentence and to home: "home", "abroad" or "home unknown"."""
    names = [f"{basis} beside {other}", home]
    names += ["beside a place after in"] if after_in else []
    names += ["abroad beside home"] if with_home else []
    if home == "home":
        names += [f"home by {basis}"]
        names += ["home beside abroad", f"home beside abroad by {basis}"] if other == "a free place" else []
        names += ["home, abroad in lead"] if abroad_in_lead else []
    return tuple(names)


@bundled
def of_place(form: str, role: str, strength: int, preposition: str) -> tuple[str, ...]:
    """What sort of mention the place is; `preposition` is "" for one that tells nothing."""
    before = f'"{preposition}" before' if preposition else "no preposition before"
    return f"{form} named", f"{form} {role}", f"place is {role}", f"strength {strength}", before


@bundled
def of_stand(list_in: str, possessive: bool, labels: bool, opens: bool) -> tuple[str, ...]:
    """Where the place stands; `list_in` is the role of the paragraph if it is member of a list."""
    names = _holding(possessive=possessive, labels_the_sentence=labels, opens_the_sentence=opens)
    return *(("listed", f"list in {list_in}") if list_in else ()), *names


@bundled
def among_capitals(form: str, capital: bool, name: bool) -> tuple[str, ...]:
    """A place next to other capitals."""
    return *((f"{form} before a capital",) if capital else ()), *((f"{form} after a name",) if name else ())


@bundled
def near_trigger(gap: str, side: str, form: str, clause: str) -> tuple[str, ...]:
    """How the place stands to the act next to it."""
    return f"{gap} a trigger", f"{side} the trigger", f"{side} a {form}", clause


@bundled
def from_elsewhere(kind: str) -> tuple[str, ...]:
    """A kind for which the sentence has no words."""
    return f"is {kind}", "kind from elsewhere", f"{kind} from elsewhere"


@bundled
def of_mine(
    kind: str, weight: int, form: str, mood: str, status: str, subject: str, role: str,
    heaviest: bool, first: bool, only: bool, main: bool,
) -> tuple[str, ...]:  # fmt: skip
    """The heaviest words for a kind, and how they stand to the other acts of the sentence."""
    names = (
        f"is {kind}", f"weight {weight}", f"{kind} weight {weight}", f"{form} {mood}", f"{kind} {form}", f"{kind} {mood}",
        f"{kind} in {role}", f"{kind} {status}", f"subject {subject}", "heaviest" if heaviest else "lighter than another",
    )  # fmt: skip
    return *names, *_holding(first_trigger=first, only_kind=only), *(("main verb", f"{kind} main verb") if main else ())


@bundled
def beside_kinds(kind: str, others: frozenset[str]) -> tuple[str, ...]:
    """The other kinds that the sentence has words for."""
    return tuple(f"{kind} beside {other}" for other in sorted(others))


@bundled
def of_categories(kind: str, categories: frozenset[str]) -> tuple[str, ...]:
    """The sectors of the things that the sentence names."""
    return tuple(f"{kind} of {category}" for category in sorted(categories)) or (f"{kind} of no object",)


@bundled
def of_kind(kind: str, times: int, sums: bool, dates: bool) -> tuple[str, ...]:
    """A kind beside a sum or a date, and how often the release tells of it."""
    return *((f"{kind} with a sum",) if sums else ()), *((f"{kind} with a date",) if dates else ()), f"{kind} told {times}"


@bundled
def hinted(kind: str, weight: int, form: str, mood: str, kinds: int, heaviest: bool) -> tuple[str, ...]:
    """What the vaguer words say for a kind; `kinds` is how many kinds they speak for."""
    if not weight:
        return "hints elsewhere", f"{kind}, hints elsewhere"
    best = "best hint" if heaviest else "lesser hint"
    return f"hint {weight}", f"{kind} hint {weight}", f"hint {form} {mood}", f"hints of {kinds}", best, f"{best} of {kinds}"


@bundled
def of_words(kind: str, chance: str, rank: int) -> tuple[str, ...]:
    """What all the words of the sentence say for a kind."""
    return f"words say {chance}", f"{RANK(rank)} by words", f"{kind}, words say {chance}"


@bundled
def at_place(nearest_is_mine: bool, away: bool) -> tuple[str, ...]:
    """Whether the place stands next to the words for the kind, and whether in their clause."""
    return _holding(nearest_to_the_place=nearest_is_mine, apart_from_the_place=away)


@bundled
def of_best_sentence(basis: str, role: str, cased: bool) -> tuple[str, ...]:
    """The likeliest sentence of an area."""
    return "cased" if cased else "lower case", f"best by {basis}", f"best in {role}"


@bundled
def countries(number: str) -> tuple[str, ...]:
    """How many countries the release names."""
    return (f"countries {number}",)


@bundled
def of_area_in_release(
    title: bool,
    lead: bool,
    home: bool,
    only_home: bool,
    region: bool,
    beside_countries: bool,
    most: bool,
    never: bool,
    organisation: bool,
) -> tuple[str, ...]:
    """An area seen with the release as a whole."""
    names = _holding(in_title=title, in_lead=lead, home=home, region=region, region_beside_countries=beside_countries, most_named=most)
    return *names, *_holding(never_named=never, organisation_only=organisation), *(("home, only",) if only_home else ())


@bundled
def of_pooled_kind(kind: str, rank: int, role: str, basis: str, first: str, cased: bool) -> tuple[str, ...]:
    """A kind among those of its area; `first` is the likeliest of them, "" for itself."""
    case = "cased" if cased else "lower case"
    names = (f"is {kind}", f"rank {rank}", f"told in {role}", case, f"{kind}, {case}", f"by {basis}")
    return *names, *((f"behind {first}",) if first else ())
