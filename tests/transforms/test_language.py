"""Which language a text is taken for."""

import pytest

from transforms.language import is_english, language

LONG = "The company opened a new school in the north of the country and gave it five hundred computers. "


@pytest.mark.parametrize(
    "text",
    [
        "the company signed a contract to build a road in kenya on 3 may 2020.",
        "The group opened a school in Benin with its partners.",
        "genertec and cote d' ivoire's ministry of digital economy signed a contract.",
        LONG * 20,
        LONG.lower() * 20,
    ],
)
def test_english_is_told_however_short_or_plain(text):
    assert language(text) == "en"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("El presidente inauguró la carretera en Perú el 5 de mayo y entregó las viviendas a las familias de la zona.", "es"),
        ("Le ministre a inauguré un hôpital à Dakar avec les représentants de la société chinoise et la population du quartier.", "fr"),
        ("Der Minister eröffnete das Krankenhaus in Dakar und dankte der Firma für die gute Zusammenarbeit in den letzten Jahren.", "de"),
        ("O presidente inaugurou a estrada em Angola e entregou as casas às famílias da região durante a cerimónia.", "pt"),
    ],
)
def test_other_languages_are_not_taken_for_english(text, code):
    assert language(text) != "en"
    assert not is_english(code, text)


@pytest.mark.parametrize("text", ["", "1234 5678", "中国公司在肯尼亚修建公路。", "Kenya"])
def test_what_cannot_be_told_is_unknown_and_still_read(text):
    assert language(text) is None
    assert is_english(None, text)


def test_what_the_source_states_counts():
    assert not is_english("fr", LONG)
    assert is_english("en-GB", "Le ministre a inauguré un hôpital à Dakar avec les représentants de la société chinoise.")
