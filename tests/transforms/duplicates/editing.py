"""What happens to a release on its way through other hands: each function makes the text that another office would publish.

Belongs here: the edits. Does not: which releases they are done to, and what counts as a duplicate (pairs.py).
"""

import re
import textwrap
import tomllib
from pathlib import Path

FRAMES = tomllib.loads(Path(__file__).with_name("frames.toml").read_text(encoding="utf-8"))
_SENTENCE = re.compile(r"(?<=[.!?\"”])\s+(?=\S)")
_NUMBER = re.compile(r"(?<![\d.,-])\d{2,}(?:,\d{3})*(?![\d-])")
_HEADING_CHARACTERS = 120


def blocks(text):
    """The paragraphs of a text."""
    return [block.strip() for block in re.split(r"\n\s*\n", text) if block.strip()]


def reprinted(text, number):
    """Another office's frame around the whole text."""
    head, tail = FRAMES["around"][number % len(FRAMES["around"])]
    return f"{head}\n\n{text.strip()}\n\n{tail}\n"


def lowered(text, number):
    """In lower case, in the frame of a press centre."""
    return reprinted(text, number).lower()


def wrapped(text, _number):
    """Broken at 72 columns, as it stands in a mail."""
    return "\n\n".join(textwrap.fill(block, 72) for block in blocks(text))


def headlined(text, number):
    """Under another headline, and with a sentence of the editor's own."""
    first, *rest = blocks(text)
    rest = rest if len(first) < _HEADING_CHARACTERS else [first, *rest]
    middle = len(rest) // 2
    said = FRAMES["quotes"][number % len(FRAMES["quotes"])]
    return "\n\n".join([FRAMES["headlines"][number % len(FRAMES["headlines"])], *rest[:middle], said, *rest[middle:]])


def shortened(text, number):
    """Its beginning only: between 45 and 75 per cent of its sentences."""
    share = (45, 60, 75)[number % 3]
    sentences = [sentence for block in blocks(text) for sentence in [*_SENTENCE.split(block), "\n\n"]]
    kept = sentences[: max(6, len(sentences) * share // 100)]
    return " ".join(kept).replace(" \n\n ", "\n\n").strip()


def thinned(text, number):
    """Every fourth sentence left out, for want of space."""
    kept = []
    for block in blocks(text):
        sentences = _SENTENCE.split(block)
        kept.append(" ".join(s for index, s in enumerate(sentences) if len(sentences) == 1 or (index + number) % 4))
    return "\n\n".join(kept)


def updated(text, number):
    """One figure corrected, and a note that says so."""
    found = list(_NUMBER.finditer(text))
    if found:
        hit = found[number % len(found)]
        text = text[: hit.start()] + str(int(hit[0].replace(",", "")) + 7) + text[hit.end() :]
    return f"{text.strip()}\n\n{FRAMES['additions'][number % len(FRAMES['additions'])]}\n"


def copyedited(text, number):
    """In the house style of another paper: spelling, units, quotes, a few words."""
    for index, (old, new) in enumerate(FRAMES["swaps"]):
        if (index + number) % 3:
            text = text.replace(old, new)
    return reprinted(text, number)


def edited_hard(text, number):
    """Several hands one after the other: shortened, restyled, under another headline, framed."""
    return reprinted(headlined(copyedited(thinned(text, number), number + 1), number + 2), number + 3)


def of_something_else(text, number):
    """The same words told of other places, months and figures: no edit of a release but another release."""
    for names in (FRAMES["places"], FRAMES["months"]):
        turned = dict(zip(names, [*names[number % 7 + 3 :], *names], strict=False))
        text = re.sub(
            rf"\b({'|'.join(names)})\b", lambda hit, turned=turned: _cased(turned[hit[0].lower()], hit[0]), text, flags=re.IGNORECASE
        )
    return re.sub(r"\d+", lambda hit: str(int(hit[0]) * 3 // 2 + 2), text)


def _cased(word, like):
    return word.capitalize() if like[0].isupper() else word


EDITS = (reprinted, lowered, wrapped, headlined, shortened, thinned, updated, copyedited, edited_hard)


def digest(texts):
    """A round-up of several releases: some whole, some by their first paragraphs only."""
    parts = ["News in brief: what our members reported this month"]
    for index, text in enumerate(texts):
        paragraphs = blocks(text)
        parts += paragraphs if index % 3 == 0 else paragraphs[:3]
    return "\n\n".join(parts)
