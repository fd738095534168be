"""Places: the traps of the codebook, both ways, in lower and in normal case."""

from __future__ import annotations

import pytest

from tests.transforms.extract.placed import places, role, sites, units

TRAPS = [
    # persons
    ("The award went to Chad Smith of the band.", []),
    ("Director Jordan Peele opened the show.", []),
    ("Basketball player Michael Jordan visited the plant.", []),
    ("Our engineer Israel Gonzalez led the work.", []),
    ("Georgia O'Keeffe painted flowers.", []),
    ("Our manager Sydney Parker was glad.", []),
    # the true case beside them
    ("The team built a clinic in Chad.", ["TD"]),
    ("A hospital was opened in Jordan last year.", ["JO"]),
    ("Solar panels were shipped to Israel.", ["IL"]),
    ("The road in Georgia was rebuilt near Tbilisi.", ["GE"]),
    ("The company handed over pumps to Chad, Mali and Niger.", ["TD", "ML", "NE"]),
    # Georgia the state
    ("The plant in Atlanta, Georgia was opened.", ["US"]),
    ("Stores opened in Macon, GA.", ["US"]),
    # the Guineas
    ("Wells were drilled in Guinea.", ["GN"]),
    ("Wells were drilled in Equatorial Guinea.", ["GQ"]),
    ("Wells were drilled in Guinea-Bissau.", ["GW"]),
    ("Wells were drilled in Papua New Guinea.", ["PG"]),
    ("Fishing boats worked in the Gulf of Guinea.", []),
    ("The guinea pigs were well.", []),
    # the Congos
    ("A stadium in Brazzaville, Republic of the Congo.", ["CG"]),
    ("A dam in the Democratic Republic of the Congo.", ["CD"]),
    ("A road in DR Congo was opened.", ["CD"]),
    ("A school in Congo-Brazzaville was opened.", ["CG"]),
    # names inside names
    ("Masks were given to Niger.", ["NE"]),
    ("Masks were given to Nigeria.", ["NG"]),
    ("A clinic was built in Dominica.", ["DM"]),
    ("A clinic was built in the Dominican Republic.", ["DO"]),
    ("A warehouse was opened in New Mexico.", ["US"]),
    ("The ship crossed the Indian Ocean.", []),
    ("The South China Sea was calm.", []),
    ("A port on the Congo River.", []),
    ("Fish of Lake Chad and of the Niger Delta.", []),
    # clocks
    ("The line in Georgia was opened at 9 a.m. Beijing time.", ["GE"]),
    ("The line in Beijing was opened in time.", ["CN"]),
    ("A wind farm in Inner Mongolia was connected.", ["CN"]),
    ("A wind farm in Mongolia was connected.", ["MN"]),
    ("Factories in North Macedonia and in South Sudan.", ["MK", "SS"]),
    ("Brazil nuts were on sale.", []),
    ("A hotel in Panama City Beach was opened.", []),
    ("A hotel in Panama City was opened.", ["PA"]),
    # towns of the United States that bear the names of countries
    ("A plant in Peru, Indiana was sold.", ["US"]),
    ("A plant in Peru, IN, was sold.", ["US"]),
    ("The hospital in Lebanon, Tennessee was rebuilt.", ["US"]),
    ("The hospital in Lebanon, TN was rebuilt.", ["US"]),
    ("A bridge near Cuba, Mo. was opened.", ["US"]),
    ("Shops in Paris, Texas were repaired.", ["US"]),
    ("Shops in Paris were repaired.", ["FR"]),
    # words
    ("Join us and tell us what you think.", []),
    ("The market in the US grew.", ["US"]),
    ("It cost US$5 million.", []),
    ("Sales in the U.S. grew.", ["US"]),
    ("The US-based firm won in Kenya.", ["KE"]),
    ("They may march to the bank.", []),
    # lands that are coded apart
    ("A lab in Hong Kong, one in Macao and one in Taiwan.", ["HK", "MO", "TW"]),
    ("A lab in Kosovo and one in Palestine.", ["XK", "PS"]),
    # demonyms and institutions
    ("An agreement with the Ghanaian Ministry of Health.", ["GH"]),
    ("Vaccines for the Ivorian government.", ["CI"]),
    ("Cote d'Ivoire's Ministry of Water signed.", ["CI"]),
    ("A contract of Cote d' Ivoire's ministry.", ["CI"]),
    ("Pumps for the Malian army and Burkinabe farmers.", ["ML", "BF"]),
    # cities
    ("A school in Abidjan and a port in Dar es Salaam.", ["CI", "TZ"]),
    ("A metro line in Tashkent.", ["UZ"]),
    ("A workshop in Nice, France.", ["FR"]),
    ("It was a nice workshop.", []),
    ("They bought a mobile clinic for reading classes.", []),
]


@pytest.mark.parametrize("cased", [False, True])
@pytest.mark.parametrize(("text", "countries"), TRAPS)
def test_a_name_is_read_as_the_place_it_is(text, countries, cased):
    assert sites(text if cased else text.lower(), cased=cased) == countries


def test_the_bird_is_no_country():
    assert sites("roast turkey was served at the dinner.") == []
    assert sites("We served turkey at the dinner.", cased=True) == []
    assert sites("A dam in Turkey was opened.", cased=True) == ["TR"]
    assert sites("a dam in turkey was opened.") == ["TR"]


def test_a_name_inside_an_address_is_no_place():
    assert sites("see www.kenya.org and info@ghana-foods.com or #peru.") == []


@pytest.mark.parametrize("cased", [False, True])
@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("The opening in Changsha, central China's Hunan Province.", ["CN-HN"]),
        ("Shangdu County, north China's Inner Mongolia Autonomous Region.", ["CN-NM"]),
        ("A farm in Xinjiang and one in Tibet.", ["CN-XJ", "CN-XZ"]),
        ("A line through Oromia.", ["ET-OR"]),
        ("A plant in Lahore, in Pakistan's Punjab province.", ["PK-PB"]),
        ("A plant in Ludhiana, in India's Punjab state.", ["IN-PB"]),
        ("A clinic in Kitui County, Kenya.", ["KE-18"]),
        ("Offices in San Diego, California and in Austin, TX.", ["US-CA", "US-TX"]),
        ("A mine in Western Australia and one in Quebec.", ["AU-WA", "CA-QC"]),
        ("A school in the Central Region of Ghana.", ["GH-CP"]),
        ("A road in Ghana's Western Region.", ["GH-WP"]),
        ("A plant in Chonburi, Thailand.", ["TH-20"]),
        ("A site in the province of Hubei.", ["CN-HB"]),
        ("A well in West Java.", ["ID-JW"]),
    ],
)
def test_units_and_towns_give_the_top_level_unit(text, codes, cased):
    assert units(text if cased else text.lower(), cased=cased) == codes


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("The Chinese medical team came to Mali.", "Chinese", "actor"),
        ("It shared China's solutions with Mali.", "China", "actor"),
        ("A US-based firm won in Kenya.", "US", "actor"),
        ("The Chinese embassy in Sudan thanked them.", "Chinese", "actor"),
        ("The Chinese embassy in Sudan thanked them.", "Sudan", ""),
        ("The embassy of France in Mali thanked them.", "France", "actor"),
        ("A China-aided school in Togo.", "China", "actor"),
        ("Equipment from Germany reached Mali.", "Germany", "origin"),
        ("The cargo went via Djibouti to Ethiopia.", "Djibouti", "transit"),
        ("The Bank of China paid for the road in Mali.", "China", "organisation"),
        ("China Railway Construction Corporation built it.", "China", "organisation"),
        ("They flew with Turkish Airlines to Mali.", "Turkish", "organisation"),
        ("A deal with the Ghanaian Ministry of Health.", "Ghanaian", ""),
        ("The firm, headquartered in Germany, sold pumps.", "Germany", "actor"),
        ("A French company built the plant in Mali.", "French", "actor"),
        ("The embassy of the Republic of Uganda in China thanked them.", "Uganda", "actor"),
        ("Air France flew to Mali.", "France", "organisation"),
        ("Pumps made in Germany went to Mali.", "Germany", "origin"),
        ("China's Hubei Province was helped.", "China", ""),
        ("The line from Accra to Kumasi was opened.", "Accra", ""),
    ],
)
def test_the_words_around_a_place_give_its_role(text, name, expected):
    for cased in (False, True):
        assert role(text if cased else text.lower(), name, cased=cased, home="CN") == expected


@pytest.mark.parametrize(
    "head",
    [
        "RIYADH, Saudi Arabia, August 15, 2024 /PRNewswire/ -- A fund was started.",
        "NAIROBI, KENYA, March 29, 2024 /24-7PressRelease/ -- A fund was started.",
        "# A fund in Peru\n\nHONG KONG - [Media OutReach Newswire](https://www.media-outreach.com/) - 3 August 2026 - A fund was started.",
        "Geneva, 3 May 2021 - A fund was started.",
        "ATLANTA, GA, September 30, 2024 /24-7PressRelease/ -- A fund was started.",
        "beijing, jan. 5 (xinhua) -- a fund was started.",
    ],
)
def test_the_head_of_a_release_is_a_dateline(head):
    body = f"{head} It works in Ghana."
    found = {place.country: place.role for place in places(body, cased=head[0].isupper() or head[0] == "#")}
    assert found.pop("GH") == ""
    assert found.pop("PE", "") == ""
    assert set(found.values()) == {"dateline"}


def test_a_list_shares_its_preposition_and_its_role():
    found = places("masks from ghana, togo and benin")
    assert [(place.country, place.role, place.preposition, place.listed) for place in found] == [
        ("GH", "origin", "from", True),
        ("TG", "origin", "from", True),
        ("BJ", "origin", "from", True),
    ]


def test_a_town_with_its_country_is_no_list():
    assert [place.listed for place in places("in accra, ghana, they built")] == [False, False]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("countries of western africa", "011"),
        ("customers in latin america", "419"),
        ("southeast asian markets", "035"),
        ("members of asean", "035"),
        ("sub-saharan africa", "202"),
        ("the gulf", "145"),
    ],
)
def test_a_region_has_a_code_and_no_country(text, code):
    assert [(place.region, place.country) for place in places(text)] == [(code, None)]


def test_a_language_is_no_place():
    assert sites("the handbook is written in english and spanish.") == []
    assert sites("they took english classes; portuguese-speaking teachers helped.") == []


def test_a_river_is_no_unit():
    assert units("a bridge over the sangha.") == []
