"""Presidio's engine with our recognisers, and none of its own defaults: its URL recogniser would ask the network."""

from __future__ import annotations

from collections.abc import Callable

from presidio_analyzer import AnalyzerEngine, RecognizerRegistry, RecognizerResult

from companion.detectors.recognisers.aba_routing import AbaRouting
from companion.detectors.recognisers.address_unit import AddressUnit
from companion.detectors.recognisers.age_of_minor import AgeOfMinor
from companion.detectors.recognisers.context_words import ContextWords
from companion.detectors.recognisers.credential import Credential, LicenseKey
from companion.detectors.recognisers.credit_card import CreditCard
from companion.detectors.recognisers.crypto_wallet import CryptoWallet
from companion.detectors.recognisers.cued_address import CuedAddress
from companion.detectors.recognisers.cued_phone import CuedPhone
from companion.detectors.recognisers.date_of_birth import DateOfBirth
from companion.detectors.recognisers.email_address import EmailAddress
from companion.detectors.recognisers.foreign_address import ForeignAddress
from companion.detectors.recognisers.gps import GpsCoordinates
from companion.detectors.recognisers.iban import Iban
from companion.detectors.recognisers.names_and_addresses import NamesAndAddresses
from companion.detectors.recognisers.network_address import IpAddress, MacAddress
from companion.detectors.recognisers.numbered_records import CaseNumber, PermitNumber, StudentId, UtilityAccount
from companion.detectors.recognisers.phone_number import PhoneNumber
from companion.detectors.recognisers.spelled_number import SpelledPhone, SpelledSsn
from companion.detectors.recognisers.spoken_email import SpokenEmail
from companion.detectors.recognisers.street_address import StreetAddress
from companion.detectors.recognisers.us_bank_number import UsBankNumber
from companion.detectors.recognisers.us_driver_license import UsDriverLicense
from companion.detectors.recognisers.us_itin import UsItin
from companion.detectors.recognisers.us_passport import UsPassport
from companion.detectors.recognisers.us_ssn import UsSsn
from companion.detectors.recognisers.vehicle import LicensePlate, Vin
from companion.detectors.recognisers.words import Words

RECOGNISERS = (
    UsSsn,
    SpelledSsn,
    UsItin,
    UsDriverLicense,
    UsPassport,
    CreditCard,
    Iban,
    AbaRouting,
    UsBankNumber,
    CryptoWallet,
    PhoneNumber,
    CuedPhone,
    SpelledPhone,
    EmailAddress,
    SpokenEmail,
    StreetAddress,
    ForeignAddress,
    CuedAddress,
    AddressUnit,
    NamesAndAddresses,
    DateOfBirth,
    AgeOfMinor,
    CaseNumber,
    PermitNumber,
    StudentId,
    UtilityAccount,
    LicensePlate,
    Vin,
    IpAddress,
    MacAddress,
    GpsCoordinates,
    Credential,
    LicenseKey,
)


def analyzer() -> Callable[[str], list[RecognizerResult]]:
    """Text → results; the text is not kept, logged or written anywhere."""
    engine = AnalyzerEngine(
        registry=RecognizerRegistry(recognizers=[recogniser() for recogniser in RECOGNISERS]),
        nlp_engine=Words(),
        context_aware_enhancer=ContextWords(),
    )
    types = sorted(engine.get_supported_entities())

    def analyze(text: str) -> list[RecognizerResult]:
        found: list[RecognizerResult] = engine.analyze(text, language="en", entities=types)
        return found

    return analyze
