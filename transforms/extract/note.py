"""Tell a note from a release: a heading and a paragraph or two, written because one thing was done.

Belongs here: the length of a note. Does not: what a note is coded as (decide.py, sector_words.py).
"""

from __future__ import annotations

from transforms.extract.document import Document

# Press releases with their chrome have seven paragraphs and nine sentences at the least; a record of a project is title and text.
_PARAGRAPHS, _SENTENCES = 6, 12


def is_note(doc: Document) -> bool:
    """Whether the whole text is so short that it tells of one undertaking."""
    return len(doc.paragraphs) <= _PARAGRAPHS and len(doc.sentences) <= _SENTENCES
