"""The brief as one HTML file that prints on one page and asks for nothing from elsewhere.

Belongs here: filling brief.html; every value is escaped. Does not: what is in the brief (content.py).
"""

from __future__ import annotations

from html import escape
from pathlib import Path
from string import Template

from dashboard.brief.content import Bar, Brief, Line

_TEMPLATE = Path(__file__).parent / "brief.html"


def html(brief: Brief) -> bytes:
    """The brief as a file."""
    parts = {
        "title": escape(brief.title),
        "under": escape(brief.under),
        "figures": "".join(map(_figure, brief.figures)),
        "changes": "".join(f"<li>{escape(words)}</li>" for words in brief.changes)
        or "<li>Nothing that the rules would call a change.</li>",
        "years": "".join(map(_column, brief.years)),
        "sectors": _rows(brief.sectors),
        "kinds": _rows(brief.kinds),
        "projects": "".join(map(_project, brief.projects)),
        "projects_note": escape(brief.projects_note),
        "sentences": "".join(map(_line, brief.sentences)),
        "sentences_note": escape(brief.sentences_note),
        "partners": escape(" · ".join(brief.partners) or "None named."),
        "foot": escape(brief.foot),
    }
    return Template(_TEMPLATE.read_text(encoding="utf-8")).substitute(parts).encode()


def _figure(figure: tuple[str, str, str]) -> str:
    label, number, note = map(escape, figure)
    return f"<div><dt>{label}</dt><dd>{number}</dd><small>{note}</small></div>"


def _column(bar: Bar) -> str:
    name = escape(bar.name)
    return f'<td><span>{bar.number or ""}</span><i style="height:{bar.share * 0.34:.1f}pt"></i><b>{name}</b></td>'


def _rows(bars: list[Bar]) -> str:
    return "".join(
        f'<tr><th scope="row">{escape(bar.name)}</th><td><i style="width:{bar.share * 0.7:.1f}%"></i> {bar.number:,}</td></tr>'
        for bar in bars
    )


def _project(project: tuple[str, str, str]) -> str:
    title, status, dates = map(escape, project)
    return f"<li><b>{title}</b> {status}<small> {dates}</small></li>"


def _line(line: Line) -> str:
    release = escape(line.release)
    linked = f'<a href="{escape(line.address)}" rel="noreferrer">{release}</a>' if line.address else release
    return f"<li><small>{escape(line.codes)}</small><q>{escape(line.sentence)}</q><small>{linked}</small></li>"
