"""Generated web pages of press releases: real-like mark-up with the furniture that press centres put around a text.

Belongs here: the pages and what a reader should take from them. Does not: tests.
"""

import html
import json
import random
from dataclasses import dataclass
from datetime import date, timedelta

COUNTRIES = ("Kenya", "Ghana", "Togo", "Peru", "Chad", "Mali", "Viet Nam", "Serbia", "Egypt", "Cuba", "Nepal", "Fiji", "Laos", "Zambia")
OBJECTS = ("road", "clinic", "school", "bridge", "solar plant", "data centre", "port", "railway", "water plant", "stadium")
ACTS = ("opened", "handed over", "began to build", "signed a contract for", "completed", "donated", "financed", "inspected")
TALK = (
    "The {thing} will serve {n} people in the north of {country} and was finished {m} weeks before the day that the contract names.",
    "“We are glad to stand beside the people of {country},” the director said at the ceremony, which {n} guests attended.",
    "It cost US${m} million, of which the ministry of {country} paid a third and the company the rest over {m} years.",
    "The company has worked in {country} since {year} and employs {n} people there, most of whom live near the {thing}.",
    "In a second phase the partners will add {m} kilometres of cable and train {n} technicians in {country} and its neighbours.",
)
STYLES = ("semantic", "classes", "tables", "plain")


@dataclass(frozen=True)
class Made:
    """A page and what stands on it: `paragraphs` belong to the release, `chrome` does not."""

    source: str
    title: str
    day: date
    paragraphs: list[str]
    chrome: list[str]


def page(seed: int, style: str, *, dated: str = "json-ld", weight: int = 20_000) -> Made:
    """A page of about `weight` bytes of scripts and menus and a text; `dated` says where its day stands."""
    pick = random.Random(seed)
    country, thing, act = pick.choice(COUNTRIES), pick.choice(OBJECTS), pick.choice(ACTS)
    title = f"Acme {act} a {thing} in {country} worth {pick.randint(2, 900)} million dollars"
    day = date(2015, 1, 2) + timedelta(days=pick.randint(0, 3500))
    values = {"country": country, "thing": thing}
    paragraphs = [f"Acme Group {act} a {thing} in {country}, the company said on {day:%B} {day.day}. " + _talk(pick, values, 2)]
    paragraphs += [_talk(pick, values, pick.randint(2, 4)) for _ in range(pick.randint(3, 9))]
    others = [f"Acme {pick.choice(ACTS)} a {pick.choice(OBJECTS)} in {pick.choice(COUNTRIES)} no. {n}" for n in range(8)]
    menu = [*("Home", "About us", "Business", "Investors", "Careers"), *(f"Division {n}" for n in range(pick.randint(4, 30)))]
    made = Made("", title, day, paragraphs, [*others, *menu[1:5], "cookies to improve", "All rights reserved", "Facebook", "Visit count"])
    body = _LAYOUTS[style](made, others, menu, "Published: " + f"{day:%d.%m.%Y}" if dated == "text" else "")
    source = f"<!DOCTYPE html><html lang='en'><head>{_head(made, dated, pick, weight)}</head><body>{body}</body></html>"
    return Made(source, title, day, paragraphs, made.chrome)


def _talk(pick: random.Random, values: dict[str, str], sentences: int) -> str:
    chosen = (pick.choice(TALK) for _ in range(sentences))
    return " ".join(s.format(**values, n=pick.randint(20, 9000), m=pick.randint(2, 60), year=pick.randint(1960, 2012)) for s in chosen)


def _head(made: Made, dated: str, pick: random.Random, weight: int) -> str:
    day = made.day.isoformat()
    data = {
        "@context": "https://schema.org",
        "@graph": [{"@type": "WebSite"}, {"@type": "NewsArticle", "datePublished": f"{day}T23:30:00-05:00"}],
    }
    said = {
        "json-ld": f"<script type='application/ld+json'>{json.dumps(data)}</script>",
        "meta": f"<meta property='article:published_time' content='{day}T08:00:00Z'>",
    }.get(dated, "")
    script = "".join(f"function f{n}(a){{if(a<{pick.randint(1, 99)}){{return '<p>not text</p>'}}}}\n" for n in range(weight // 100))
    return (
        f"<meta charset='utf-8'><title>{html.escape(made.title)} - Acme Group</title>"
        f"<meta property='og:title' content='{html.escape(made.title)}'>"
        f"<link rel='canonical' href='https://example.org/news/{made.day:%Y}/{pick.randint(1, 9**9)}.html'>{said}"
        f"<style>.a{{margin:0}} .b{{padding:{pick.randint(1, 9)}px}}</style><script>{script}</script>"
    )


def _links(texts: list[str]) -> str:
    return "".join(f"<li><a href='/n/{n}'>{html.escape(text)}</a></li>" for n, text in enumerate(texts))


def _text(made: Made) -> str:
    return "".join(f"<p>{html.escape(text)}</p>\n" for text in made.paragraphs)


def _semantic(made: Made, others: list[str], menu: list[str], dated: str) -> str:
    return f"""<div id="cookie-consent" role="dialog"><p>We use cookies to improve your experience.</p><button>Accept</button></div>
<header><nav><ul>{_links(menu)}</ul></nav></header><nav aria-label="breadcrumb"><ol>{_links(["Home", "News"])}</ol></nav>
<main><article><h1>{html.escape(made.title)}</h1><p class="meta"><time datetime="{made.day}">{dated or "News"}</time></p>
<div class="share"><a href="#">Facebook</a> <a href="#">LinkedIn</a></div>{_text(made)}</article>
<section class="related"><h2>Related news</h2><ul>{_links(others)}</ul></section></main>
<aside><h3>Latest</h3><ul>{_links(others[::-1])}</ul></aside><footer><p>© 2014 Acme Group. All rights reserved.</p></footer>"""


def _classes(made: Made, others: list[str], menu: list[str], dated: str) -> str:
    return f"""<div class="cookie-bar">This site sets cookies to improve what you see. <a href="#">Accept all</a></div>
<div class="header"><div class="logo">Acme</div><div class="nav-main"><ul>{_links(menu)}</ul></div></div>
<div class="container"><div class="breadcrumb">You are here: <a href="/">Home</a> &gt; <a href="/n">News</a> &gt; Text</div>
<div class="news-detail"><h1>{html.escape(made.title)}</h1><div class="info"><span class="date">{dated}</span>
<span>Font size: <a href="#">A+</a> <a href="#">A-</a></span> <span>Visit count: 1,234</span></div>
<div class="bdsharebuttonbox"><a>Facebook</a></div>
<div class="content">{_text(made)}</div><div class="print"><a href="javascript:window.print()">Print</a> <a>Close</a></div>
<div class="prev-next"><p>Previous: <a href="/n/1">{others[0]}</a></p><p>Next: <a href="/n/2">{others[1]}</a></p></div></div>
<div class="related-news"><div class="tit">Related news</div><ul>{_links(others[2:])}</ul></div></div>
<div class="footer"><p>Copyright 2014 Acme Group. All rights reserved.</p></div>"""


def _tables(made: Made, others: list[str], menu: list[str], dated: str) -> str:
    return f"""<table width="980"><tr>{"".join(f"<td><a href='/{n}'>{text}</a></td>" for n, text in enumerate(menu))}</tr></table>
<table><tr><td width="200"><table>{"".join(f"<tr><td><a href='/n/{n}'>{text}</a></td></tr>" for n, text in enumerate(others))}</table></td>
<td><table><tr><td align="center"><b>{html.escape(made.title)}</b></td></tr><tr><td>{dated} Views: 1,234 [<a href="#">Print</a>]</td></tr>
<tr><td>{_text(made)}</td></tr><tr><td>Previous: <a href="/1">{others[0]}</a><br>Next: none</td></tr></table></td></tr></table>
<table><tr><td>All rights reserved 2014 Acme Group</td></tr></table>"""


def _plain(made: Made, others: list[str], menu: list[str], dated: str) -> str:
    return f"""<div><a href="/">Home</a> | {" | ".join(f"<a href='/{n}'>{text}</a>" for n, text in enumerate(menu[1:]))}</div>
<div><div><h2>{html.escape(made.title)}</h2><div>{dated}</div><div>Share: <a href="#">Facebook</a> <a href="#">X</a></div>
<div>{"<br><br>".join(html.escape(text) for text in made.paragraphs)}</div></div>
<div><p>More news</p><div>{"".join(f"<div><a href='/n/{n}'>{text}</a></div>" for n, text in enumerate(others))}</div></div></div>
<div>All rights reserved. Acme Group 2014. We set cookies to improve this page.</div>"""


_LAYOUTS = {"semantic": _semantic, "classes": _classes, "tables": _tables, "plain": _plain}
