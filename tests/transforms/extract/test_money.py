"""Sums are read with their currency, and told apart by what they measure."""

import pycountry
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.transforms.extract.clauses import document
from transforms.extract.money import find_money

SUMS = [
    ("US$1.2 billion", 1.2e9, "USD"),
    ("usd 5 billion", 5e9, "USD"),
    ("$3 million", 3e6, "USD"),
    ("$100M", 1e8, "USD"),
    ("$43.6bn", 43.6e9, "USD"),
    ("$122.5m", 122.5e6, "USD"),
    ("$8,000,000 USD", 8e6, "USD"),
    ("$500,000 USD", 5e5, "USD"),
    ("US $122.5 million", 122.5e6, "USD"),
    ("u.s.$ 4 million", 4e6, "USD"),
    ("220 million u.s. dollars", 220e6, "USD"),
    ("798 million US dollars", 798e6, "USD"),
    ("3 million dollars", 3e6, "USD"),
    ("the 7 billion-dollar project", 7e9, "USD"),
    ("750 million dollars", 750e6, "USD"),
    ("88,781 usd", 88781, "USD"),
    ("A$25 million", 25e6, "AUD"),
    ("AU$3.3 billion", 3.3e9, "AUD"),
    ("1.7 billion Australian dollars", 1.7e9, "AUD"),
    ("C$4.5m", 4.5e6, "CAD"),
    ("12 million Canadian dollars", 12e6, "CAD"),
    ("S$2 million", 2e6, "SGD"),
    ("HK$300 million", 3e8, "HKD"),
    ("NZ$50,000", 5e4, "NZD"),
    ("R$3,000", 3000, "BRL"),
    ("NT$1.5 billion", 1.5e9, "TWD"),
    ("\N{EURO SIGN}80 million", 80e6, "EUR"),
    ("80 million euros", 80e6, "EUR"),
    ("80 million \N{EURO SIGN}", 80e6, "EUR"),
    ("eur 320m", 320e6, "EUR"),
    ("EUR 73.33 million", 73.33e6, "EUR"),
    ("\N{EURO SIGN}1,2 Mrd", 1.2e9, "EUR"),
    ("280,5 million euros", 280.5e6, "EUR"),
    ("1.200.000 euros", 1.2e6, "EUR"),
    ("one billion euros", 1e9, "EUR"),
    ("half a million euros", 5e5, "EUR"),
    ("\N{POUND SIGN}4 million", 4e6, "GBP"),
    ("4 million pounds sterling", 4e6, "GBP"),
    ("GBP 12.5 million", 12.5e6, "GBP"),
    ("RMB 30 million", 30e6, "CNY"),
    ("rmb30 million", 30e6, "CNY"),
    ("CNY 2.4 billion", 2.4e9, "CNY"),
    ("880,000 yuan", 880000, "CNY"),
    ("2.4 billion yuan", 2.4e9, "CNY"),
    ("1.3 billion renminbi", 1.3e9, "CNY"),
    ("\N{YEN SIGN}500 million", 5e8, "CNY"),
    ("JPY 500 million", 5e8, "JPY"),
    ("12 billion yen", 12e9, "JPY"),
    ("krw 6.5 trillion", 6.5e12, "KRW"),
    ("300 billion South Korean won", 3e11, "KRW"),
    ("\N{INDIAN RUPEE SIGN}500 crore", 5e9, "INR"),
    ("Rs 160 crore", 1.6e9, "INR"),
    ("Rs. 25 lakh", 2.5e6, "INR"),
    ("INR 1,50,000", 150000, "INR"),
    ("15.5 million rupees", 15.5e6, "INR"),
    ("20 million Pakistani rupees", 20e6, "PKR"),
    ("kes 300m", 3e8, "KES"),
    ("KSh 45 million", 45e6, "KES"),
    ("50 million Ugandan shillings", 50e6, "UGX"),
    ("46 billion cfa francs", 46e9, "XOF"),
    ("500 million fcfa", 5e8, "XOF"),
    ("a million turkish liras", 1e6, "TRY"),
    ("560,000 liras", 560000, "TRY"),
    ("1.24 trillion baht", 1.24e12, "THB"),
    ("2.7 billion rand", 2.7e9, "ZAR"),
    ("R2.7 billion", 2.7e9, "ZAR"),
    ("EUR60m", 60e6, "EUR"),
    ("ZAR 15 million", 15e6, "ZAR"),
    ("\N{NAIRA SIGN}2.5 billion", 2.5e9, "NGN"),
    ("90 billion naira", 9e10, "NGN"),
    ("ETB 3 million", 3e6, "ETB"),
    ("100 million birr", 1e8, "ETB"),
    ("AED 1.1 billion", 1.1e9, "AED"),
    ("SAR 40 million", 40e6, "SAR"),
    ("3 billion tenge", 3e9, "KZT"),
    ("CHF 12 million", 12e6, "CHF"),
    ("12 million Swiss francs", 12e6, "CHF"),
    ("SEK 250 million", 250e6, "SEK"),
    ("250 million Swedish kronor", 250e6, "SEK"),
    ("NOK 1.4bn", 1.4e9, "NOK"),
    ("PLN 600 million", 6e8, "PLN"),
    ("MXN 2,500 million", 2.5e9, "MXN"),
    ("IDR 3 trillion", 3e12, "IDR"),
    ("10 million ringgit", 10e6, "MYR"),
    ("5 billion rubles", 5e9, "RUB"),
    ("US$ 0.5 million", 5e5, "USD"),
    ("$5 thousand", 5000, "USD"),
]
NO_SUMS = [
    "all 95 electric locomotives",
    "try 3 million times",
    "the 500 pounds of food",
    "the team won 30 games",
    "the top 5 million users",
    "a real 300 km line",
    "the price in dollars is not known",
    "the $ sign alone",
    "in 2019 the euro area grew",
    "the euro 2024 championship",
    "$0 down",
]
ROLES = [
    ("an interim dividend of $1.05 per share", "share"),
    ("at an exercise price of $10.00", "share"),
    ("tickets start at $50", "price"),
    ("it costs $300 per tonne", "price"),
    ("revenue of $136.8 billion", "revenue"),
    ("the market is expected to reach $53 billion", "market"),
    ("a market size of $73.22 billion", "market"),
    ("a total of 603 million euros", "total"),
    ("a contract of USD 774 million", ""),
    ("the plant, whose total cost is put at US$12 million", ""),
    ("the bank lends $20 million to the city", ""),
]


@pytest.mark.parametrize(("words", "amount", "currency"), SUMS)
@pytest.mark.parametrize("change", [str, str.lower])
def test_a_sum_is_read_with_its_currency(words, amount, currency, change):
    body = change(f"The Group paid {words} for it in May.")
    assert [(m.amount, m.currency) for m in find_money(document(body))] == [(amount, currency)]


@pytest.mark.parametrize("words", NO_SUMS)
def test_what_is_no_sum_is_not_read(words):
    assert find_money(document(f"The Group said that {words}.")) == []


@pytest.mark.parametrize(("words", "role"), ROLES)
def test_the_words_beside_a_sum_say_what_it_measures(words, role):
    assert [m.role for m in find_money(document(f"the group spoke of {words}."))] == [role]


@pytest.mark.parametrize(
    ("words", "folded"),
    [
        ("880,000 yuan ($123,380) went into it", [False, True]),
        ("a loan of EUR 60m (USD 68m)", [False, True]),
        ("lending EUR 320m (exactly EUR 319.6m, or some USD 365m)", [False, True, True]),
        ("a million turkish liras (about 53,100 u.s. dollars)", [False, True]),
        ("$759.2 million (approx. 25.7 billion baht)", [False, True]),
        ("paid 5 million euros, or about 6 million dollars", [False, True]),
        ("80 million euros in brazil and 23 million euros in peru", [False, False]),
        ("(us$3 million) and later $4 million", [False, False]),
    ],
)
def test_a_bracketed_sum_is_a_conversion_of_the_one_before(words, folded):
    assert [m.folded for m in find_money(document(words))] == folded


@pytest.mark.parametrize(
    ("home", "words", "currency"),
    [
        ("AU", "$3 million", "AUD"), ("CA", "$3 million", "CAD"), ("NZ", "3 million dollars", "NZD"), ("US", "$3 million", "USD"),
        ("CA", "US$3 million", "USD"), ("KE", "3 million shillings", "KES"), ("TZ", "3 million shillings", "TZS"),
        ("PK", "3 million rupees", "PKR"), ("JP", "\N{YEN SIGN}3 million", "JPY"), ("SE", "3 million kronor", "SEK"),
        ("SG", "$3 million", "USD"),
    ],
)  # fmt: skip
def test_a_bare_unit_follows_the_home_of_the_release(home, words, currency):
    assert [m.currency for m in find_money(document(f"it gave {words} to it", home=home))] == [currency]


def test_a_canadian_release_that_writes_c_dollars_means_the_other_by_the_bare_sign():
    sums = find_money(document("it raised C$5 million and spent $2 million", home="CA"))
    assert [m.currency for m in sums] == ["CAD", "USD"]


@pytest.mark.parametrize(
    ("words", "amount"),
    [("$3 to $5 million", 3e6), ("$3-5 million", 3e6), ("between \N{EURO SIGN}3 and 5 million", 3e6), ("$2 million to $4 million", 2e6)],
)
def test_of_a_range_the_lower_end_is_read(words, amount):
    assert [m.amount for m in find_money(document(f"it will cost {words} in all"))] == [amount]


@pytest.mark.parametrize(
    ("words", "sums"),
    [
        ("it cost 600 million u.s. dollars: 500 million was lent by a bank", [(6e8, "USD"), (5e8, "USD")]),
        ("of the 3 million euros, 1.5 million came from the fund", [(3e6, "EUR"), (1.5e6, "EUR")]),
        ("it cost 3 million euros. 5 million are in need", [(3e6, "EUR")]),
        ("3 million euros for 5 million people", [(3e6, "EUR")]),
        ("5 million were there", []),
    ],
)
def test_a_part_of_a_sum_keeps_its_currency(words, sums):
    assert [(m.amount, m.currency) for m in find_money(document(words))] == sums


def test_a_shilling_without_a_home_has_no_currency_and_is_left_out():
    assert find_money(document("it paid 3 million shillings")) == []


@given(st.text(alphabet=st.sampled_from("$€£ 0123456789.,()mkbn usdeuromillionyuan\n-"), max_size=80))
def test_any_text_gives_true_spans_positive_amounts_and_iso_currencies(text):
    for money in find_money(document(text)):
        assert 0 <= money.start < money.end <= len(text)
        assert money.amount > 0
        assert pycountry.currencies.get(alpha_3=money.currency)


@given(st.text(max_size=200))
def test_no_text_breaks_the_reading_of_money(text):
    assert all(m.amount > 0 for m in find_money(document(text)))
