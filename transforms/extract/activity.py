"""What an activity is: the row that coding makes, before it is stored.

Belongs here: the Activity and nothing else. The law is the codebook of the ledger (transforms/README.md).
Does not: how it is found.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Activity:
    """One kind x one object x one country, with the words that say so: body[evidence_start:evidence_end] == evidence.

    None is "the text does not say". `group` numbers the rows of a release that one statement gives (several countries of one list).
    `sector` holds 5 or 3 digits (OECD DAC CRS), `sector_second` the next best choice, `geo_precision` the IATI code.
    `place_basis`: clause, sentence, paragraph, heading, lead, dominant, home; `date_basis`: text, inferred year, event, none;
    `date_from`: clause, sentence, paragraph, lead, dateline, none. `confidence` is the calibrated probability that a careful
    reader codes this row in this country.
    """

    group: int
    kind: str
    country: str | None
    region: str | None
    admin1: str | None
    place_name: str | None
    geo_precision: str | None
    place_basis: str
    sector: str | None
    sector_second: str | None
    date_edtf: str | None
    date_start: date | None
    date_end: date | None
    date_precision: str
    date_basis: str
    date_from: str
    status: str | None
    amount: float | None
    currency: str | None
    actor: str | None
    counterparts: tuple[str, ...]
    evidence: str
    evidence_start: int
    evidence_end: int
    confidence: float
