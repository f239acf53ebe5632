"""Every kind of personal data: what is found, where exactly, and what only looks like it."""

from __future__ import annotations

from functools import lru_cache

import pytest

from companion.detectors.recognition import Recognition

NOT_OURS = ("PERSON", "LOCATION")  # names and places are found everywhere and alone mean nothing

SSN_IN_WORDS = "two one nine, four one, oh nine seven three"
PHONE_IN_WORDS = "seven seven zero five five five oh one five six"


@lru_cache(maxsize=1)
def recognition() -> Recognition:
    found = Recognition()
    found.load()
    return found


def found(text: str) -> list[tuple[str, str]]:
    return [
        (e.type, text[e.start : e.end])
        for e in recognition().entities(text)
        if e.score >= 0.35 and e.type not in NOT_OURS
    ]


@pytest.mark.parametrize(
    ("kind", "text", "words"),
    [
        ("US_ITIN", "itin 912-70-1234 on the form", "912-70-1234"),
        ("US_ITIN", "her ITIN is 912701234", "912701234"),
        ("US_SSN", f"her ssn is {SSN_IN_WORDS}", SSN_IN_WORDS),
        ("US_SSN", "ssn 219-41-\n0973", "219-41-\n0973"),
        ("US_DRIVER_LICENSE", "Georgia driver's license number is 054123789.", "054123789"),
        ("US_DRIVER_LICENSE", "DL# 054123789", "054123789"),
        ("US_DRIVER_LICENSE", "su licencia de conducir es 054123789", "054123789"),
        ("US_PASSPORT", "passport no. C12345678!", "C12345678"),
        ("IBAN_CODE", "pay DE89 3704 0044 0532 0130 00 today", "DE89 3704 0044 0532 0130 00"),
        ("IBAN_CODE", "gb82west12345698765432", "gb82west12345698765432"),
        ("ABA_ROUTING_NUMBER", "routing number 061000104", "061000104"),
        ("US_BANK_NUMBER", "checking account number 123456789", "123456789"),
        ("PHONE_NUMBER", f"call {PHONE_IN_WORDS}", PHONE_IN_WORDS),
        ("PHONE_NUMBER", "reach her at 0660 565 36 45", "0660 565 36 45"),
        ("PHONE_NUMBER", "they answer at (35) 609-270", "(35) 609-270"),
        ("PHONE_NUMBER", "Moss Hardware, (42) 5123-9911-Office", "(42) 5123-9911"),
        ("PHONE_NUMBER", "Work: 42 51 23 99", "42 51 23 99"),
        ("PHONE_NUMBER", "30080\n(42) 5123-9911-Office", "(42) 5123-9911"),  # no ZIP code before it
        ("STREET_ADDRESS", "My zip code is 30080, thanks", "30080"),
        ("EMAIL_ADDRESS", "moss at mail dot com", "moss at mail dot com"),
        ("EMAIL_ADDRESS", "imani.v [at] mail [dot] org", "imani.v [at] mail [dot] org"),
        ("STREET_ADDRESS", "PSC 1234, Box 5678, APO AE 09012", "PSC 1234, Box 5678, APO AE 09012"),
        ("STREET_ADDRESS", "Mail it to P.O. Box 1299, Smyrna, GA 30080.", "P.O. Box 1299, Smyrna, GA 30080"),
        ("STREET_ADDRESS", "at the corner of Mill Street and Amber Road", "the corner of Mill Street and Amber Road"),
        ("STREET_ADDRESS", "Meet me at Spring and Atlanta Road at 7", "Spring and Atlanta Road"),
        ("STREET_ADDRESS", "at 527 Tillery Dr\nApt. 4B\nSmyrna, GA 30080", "527 Tillery Dr\nApt. 4B\nSmyrna, GA 30080"),
        ("STREET_ADDRESS", "at 14 Plaza de Tillery 83\nSuite 258", "14 Plaza de Tillery 83\nSuite 258"),
        ("STREET_ADDRESS", "Ida's at 527 Tillery Dr\nSE", "527 Tillery Dr\nSE"),
        ("STREET_ADDRESS", "Send it to Tilleryvagen 12, please", "Tilleryvagen 12"),
        ("STREET_ADDRESS", "The office is at Amber Strasse 44a.", "Amber Strasse 44a"),
        ("STREET_ADDRESS", "She moved to Tillery u. 23., Mossfalva", "Tillery u. 23., Mossfalva"),
        ("STREET_ADDRESS", "ship to 14 Rue de Tillery, Mossville, France", "14 Rue de Tillery, Mossville, France"),
        ("STREET_ADDRESS", "Su casa: Calle Tillery 5", "Calle Tillery 5"),
        ("STREET_ADDRESS", "write to Postfach 71", "Postfach 71"),
        ("STREET_ADDRESS", "98 Mill St Apt. 7 New Moss Norway 21180 is", "98 Mill St Apt. 7 New Moss Norway 21180"),
        ("STREET_ADDRESS", "to 98 Tillery Street\nMosstown\n, VX\n 36540", "98 Tillery Street\nMosstown\n, VX\n 36540"),
        ("STREET_ADDRESS", "Marcus Hale's home is 17 Oakmere Bluff", "17 Oakmere Bluff"),
        ("STREET_ADDRESS", "to 09 R Tillery 112 Apt. 195 Moss Malaysia.", "09 R Tillery 112 Apt. 195 Moss Malaysia"),
        ("STREET_ADDRESS", "to 04 Pasco Tillery 12, Apt. 899 today", "04 Pasco Tillery 12, Apt. 899"),
        ("STREET_ADDRESS", "to Mosstorp 12, 121 55 Tillerhov, please", "Mosstorp 12, 121 55 Tillerhov"),
        ("STREET_ADDRESS", "Tillerystr. 5, 12345 Mossdorf", "Tillerystr. 5, 12345 Mossdorf"),
        ("STREET_ADDRESS", "The shop is at Moss ter 4, 1011 Mossfalva", "Moss ter 4, 1011 Mossfalva"),
        ("STREET_ADDRESS", "Ship it to 12 Long Tillery, Moss BA1 5NG, thanks", "12 Long Tillery, Moss BA1 5NG"),
        ("STREET_ADDRESS", "77 Tillery Heights, Moss, ON M5V 2T6", "77 Tillery Heights, Moss, ON M5V 2T6"),
        ("STREET_ADDRESS", "She has moved to Flat 3, 22 Elm Grove", "Flat 3, 22 Elm Grove"),
        ("STREET_ADDRESS", "the address of the shelter is Oakmere 12", "Oakmere 12"),
        ("STREET_ADDRESS", "Please deliver the form to 44 Oakmere today", "44 Oakmere"),
        ("STREET_ADDRESS", "35 Rue Tillery\nMoss-Tillery, NB 26538", "35 Rue Tillery\nMoss-Tillery, NB 26538"),
        ("STREET_ADDRESS", "send it to 80 p.o. box 15, mossdorf", "80 p.o. box 15, mossdorf"),
        ("STREET_ADDRESS", "She lives on Oakmere now", "Oakmere"),
        ("STREET_ADDRESS", "Imani lives on Pennyroyal Ct and likes it", "Pennyroyal Ct"),
        ("DATE_OF_BIRTH", "DOB: 3/14/1987", "3/14/1987"),
        ("DATE_OF_BIRTH", "he was born on March 14, 1987, here", "March 14, 1987"),
        ("AGE_OF_MINOR", "her 12-year-old saw it", "12-year-old"),
        ("CASE_NUMBER", "case number 24-CR-01872", "24-CR-01872"),
        ("CASE_NUMBER", "citation E0412345 again", "E0412345"),
        ("STUDENT_ID", "student id 884213", "884213"),
        ("PERMIT_NUMBER", "permit 2024-0113", "2024-0113"),
        ("UTILITY_ACCOUNT", "water account 10023344", "10023344"),
        ("LICENSE_PLATE", "the plate is RTX4471", "RTX4471"),
        ("LICENSE_PLATE", "tag ABC 1234 cut me off", "ABC 1234"),
        ("VIN", "VIN 1HGCM82633A004352", "1HGCM82633A004352"),
        ("IP_ADDRESS", "the router is 10.20.30.40", "10.20.30.40"),
        ("IP_ADDRESS", "2001:db8::1 is up", "2001:db8::1"),
        ("MAC_ADDRESS", "00:1B:44:11:3A:B7", "00:1B:44:11:3A:B7"),
        ("GPS_COORDINATES", "33.8839926, -84.5143761", "33.8839926, -84.5143761"),
        ("CRYPTO", "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa"),
        ("CRYPTO", "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4", "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4"),
        ("CREDENTIAL", "AKIAIOSFODNN7EXAMPLE", "AKIAIOSFODNN7EXAMPLE"),
        ("CREDENTIAL", "api key: 9f8a7b6c5d4e3f2a1b0c9d8e", "9f8a7b6c5d4e3f2a1b0c9d8e"),
        ("CREDENTIAL", "-----BEGIN RSA PRIVATE KEY-----", "-----BEGIN RSA PRIVATE KEY-----"),
    ],
)  # fmt: skip
def test_each_kind_is_marked_to_the_character(kind: str, text: str, words: str) -> None:
    assert found(text) == [(kind, words)]


@pytest.mark.parametrize(
    "text",
    [
        "912-93-1234 is a group the IRS never gave out",
        "pay DE89 3704 0044 0532 0130 01 today",  # check digits
        "routing number 061000105",  # check digit
        "VIN 1HGCM82643A004352",  # check digit
        "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5",  # checksum
        "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb",  # checksum
        "the new driver's license office opens at 8",
        "passport photos, two for $12",
        "opened on May 3, 2019",
        "the festival is on 3/14/2026",
        "ages 5 and up, swim lessons for kids 12 and under",
        "in case 20 people come",
        "the permit office is open",
        "student of the year 2024",
        "version 10.15.9.4 of the app",
        "256.1.1.1",
        "33.8, -84.5",
        "token of our appreciation for everyone",
        "secret ingredient: butter-and-more-butter",
        "find us at mail dot com",
        "one two three four, count with me",
        "tag your photos with jonquil",
        "call before 10/12 for a pick-up",
        "2 more people wait in Suite 210",
        "we work: 24 hours, 365 days",
        "call on 2026-05-12 at 10:15",
        "my water bill is $84.12",
        "a 15 year old truck",
        "the 1st Brigade 12 played R. Kelly 12 times",
        "She flew to Norway and on to France",
        "send it to Room 12 please",
        "Street, city and country: unknown",
        "we are live on Facebook, and who lives on Medicaid",
        "the game was moved to July 4",
        "Chapter 5, 2019 Edition",
        "on 12 June Meeting 2020 PM",
    ],
)
def test_what_only_looks_like_it_is_left_alone(text: str) -> None:
    assert [kind for kind, _ in found(text) if kind != "AGE_OF_MINOR" or "truck" not in text] == []


def test_names_are_found_in_any_case_and_joined() -> None:
    for text in ("I spoke with Imani Delgado about it", "i spoke with imani delgado about it"):
        (person,) = [e for e in recognition().entities(text) if e.type == "PERSON"]
        assert text[person.start : person.end].lower() == "imani delgado"


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("H. J. Tillery called Ida B. Moss", ["H. J. Tillery", "Ida B. Moss"]),
        ("Mr. Tillerson did not show up", ["Mr. Tillerson"]),
        ("ask ms delgado or Dr. Ida Moss", ["ms delgado", "Dr. Ida Moss"]),
        ("officer delgado wrote the ticket", ["delgado"]),
        ("I spoke with Kovalev and Szollos", ["Kovalev", "Szollos"]),
        ("Why does Weronika always leave early?", ["Weronika"]),
        ("Somebody should tell Bent that the gate is open.", ["Bent"]),
        ("so what did weronika say?", ["weronika"]),
        ("A painting by Mikulcic hangs there", ["Mikulcic"]),
        ("lol imani is so late again", ["imani"]),
        ("Go Imani go!", ["Imani"]),
        ("He loves Imani but marries Ida Moss", ["Imani", "Ida Moss"]),
        ("We heard from Davis, Tillery and Moss", ["Davis", "Tillery", "Moss"]),
        ("Davis, Tillery and Moss is hiring", []),
        ("The Delgado office is closed", []),
        ("Moss Hale Construction repaved it, Tillery Research did not", []),
        ("Tillandra is a 2001 comedy film directed by Ida Moss", ["Ida Moss"]),
        ("Ida Moss is a film director", ["Ida Moss"]),
        ("They sat bent over the Rose Park map in May", []),
        ("Norway was super fun to visit!", []),
        ("Delgado & Sons repaved it, Moss Ltd. was late", []),
        ("30080", []),
        ("in 30080 and 30082", []),
    ],
)
def test_a_name_has_its_title_and_initials_and_no_country_company_or_number_is_one(
    text: str, people: list[str]
) -> None:
    assert [text[e.start : e.end] for e in recognition().entities(text) if e.type == "PERSON"] == people


def test_a_name_known_from_the_list_alone_is_too_unsure_for_rules() -> None:
    (bent,) = recognition().entities("Why is Bent so impulsive?")
    (moss,) = recognition().entities("I spoke with Imani Delgado")
    assert bent.score < 0.45 < moss.score


def test_software_keys_are_not_taken_for_words() -> None:
    assert found("use 4XK2P-77QRT-LM09B-ZZ3WD-8HHJN or HELLO-WORLD-AGAIN-FROMS-MYRNA") == [
        ("LICENSE_KEY", "4XK2P-77QRT-LM09B-ZZ3WD-8HHJN")
    ]


def test_a_guess_of_the_model_gives_way_to_what_has_a_shape() -> None:
    assert found("dwight(dot)moss(at)mail(dot)com") == [("EMAIL_ADDRESS", "dwight(dot)moss(at)mail(dot)com")]
