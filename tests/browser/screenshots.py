"""Pictures of the dashboard, to be looked at: python -m tests.browser.screenshots WAREHOUSE FOLDER."""

from __future__ import annotations

import sys
from pathlib import Path

from playwright.sync_api import Browser

from tests.browser.serving import browsing, served, settled

WIDE, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
VIEWS = {
    "overview": "",
    "country": "country?country=Bangladesh",
    "country-choice": "country",
    "sector": "sector?sector=Basic+Health",
    "drawer": "?show_country=GH",
    "cell": "?show_country=ET&show_sector=122",
    "years": "?unit=Year",
    "releases-counted": "?count=Releases&unit=Year",
    "filtered": "?kinds=donation&countries=Ghana&countries=Ethiopia",
    "nothing": "?kinds=other&countries=Ghana",
    "projects": "projects",
    "releases": "releases",
    "new": "new",
    "quality": "quality",
    "data": "data",
}


def main(warehouse: Path, folder: Path, names: list[str]) -> None:
    """Every view in light, dark and on a phone."""
    folder.mkdir(parents=True, exist_ok=True)
    with served(warehouse) as address, browsing() as browser:
        for name, query in VIEWS.items():
            if not names or name in names:
                take(browser, f"{address}/{query}", folder / name)


def take(browser: Browser, address: str, stem: Path) -> None:
    """The same address three times."""
    for suffix, size, scheme in (("light", WIDE, "light"), ("dark", WIDE, "dark"), ("phone", PHONE, "light")):
        page = browser.new_page(viewport=size, color_scheme=scheme)  # type: ignore[arg-type]
        page.goto(address)
        settled(page).wait_for_timeout(1500)
        page.screenshot(path=f"{stem}-{suffix}.png")
        whole = page.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight")
        page.set_viewport_size({"width": size["width"], "height": min(whole + 40, 12_000)})
        page.wait_for_timeout(1200)
        page.screenshot(path=f"{stem}-{suffix}-whole.png")
        page.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:])
