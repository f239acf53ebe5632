"""Street addresses as other countries write them: kind of street first (“14 Rue Aghlab”), number last (“Höfðagata 41”).

Kinds of streets: the street types of the Universal Postal Union's addressing sheets (https://www.upu.int, S42), accents
folded away. A capital is needed: in small letters too many of these are words of English (“via”, “place”).
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from companion.detectors.places_after import LETTERED_CODE
from companion.detectors.recognisers.finder import Finder, Found

_S = r"[^\S\n]{1,2}"
_NAME = r"\p{Lu}[\p{L}'’.-]*"
_SMALL = (
    r"(?:de la|de los|de las|van der|an der|de|del|da|do|dos|das|des|du|della|delle|di|ibn|el|la|le|les|al|van|von|zum"
    r"|zur|am|der|pod|na|u)"
)
_NAMES = rf"(?:(?:{_SMALL}{_S})?(?:l'|d')?{_NAME}|\d{{1,2}}(?!\d)\.?)"
_NUMBER = r"\d{1,5}(?:[-/]\d{1,4})?[A-Za-z]?(?!\w|[.,:]\d|[-/]\d)(?:\.(?=\s*[\n,]))?"
_FIRST = r"(?<![\w$€£/:.,-])\d{1,5}[a-zA-Z]?,?" + _S
_UNIT = r"(?:,?[\s?]{1,6}(?i:apt|apartment|suite|ste|unit|flat|piso|etage|lok)\b\.?\s{0,2}#?\d{1,5}[A-Za-z]?\b)"

_KIND_FIRST = (
    r"(?:Rue|Rua|Ruelle|Via|Viale|Vicolo|Piazza|Piazzale|Corso|Largo|Strada|Calle|C/|Avda\.?|Av\.|Avenida|Avenue|Plaza"
    r"|Paseo|Camino|Carrer|Carretera|Travessa|Praca|Estrada|Impasse|Chemin|Quai|Cours|Boulevard|Bulevardul|Allee|Place"
    r"|Sentier|[Uu]l\.|[Uu]lica|Ulitsa|[Aa]l\.|[Oo]s\.|[Pp]l\.|Jalan|Jl\.|Rruga|Rr\.|Odos|Prospekt)"
)
# No word of English that stands before a number: “Gate 12” and “a ring 5” are left out.
_KIND_LAST = (
    r"(?i:utca|ter|u\.|ut|korut|rakpart|setany|ulica|ulice|ul\.|namesti|nam\.|trida|nabrezi|cesta|trg"
    r"|stra(?:ss|ß)e|str\.|gasse|weg|platz|allee|ufer|gade|gata|gatan|vag|vagen|vegur|vei|veien|vej"
    r"|straat|laan|plein|kade|gracht|dreef|katu|polku|iela|gatve|tanav|caddesi|sokak)"
)
# Endings of one word, as in “Gumpendorferstrasse”, “Höfðagata”; no word of English has them.
_ENDING = (
    r"(?:stra(?:ss|ß)e|str\.?|gasse|platz|allee|gata|gatan|vagen|vegur|vegen|veien|gaten|gaarden|sgade|vej|toften"
    r"|enweg|erweg|dreef|straat|laan|gracht|plein|singel|steeg|katu|polku|kuja|heimar|hlid|stigur|braut|vogur)"
)
_BOX = r"(?:Postfach|Postboks|Postbus|Boite Postale|B\.P\.|Apartado|Casella Postale|Skr\. poczt\.|Apdo\.)"

_KIND_FIRST_OR_BOX = (
    # 14 Rue Aghlab, 91 R Carne Azeda 16 · Calle Mayor 5
    regex.compile(rf"{_FIRST}(?:{_KIND_FIRST}|R\.?){_S}{_NAMES}(?:{_S}{_NAMES}){{0,4}}(?:,?{_S}{_NUMBER})?{_UNIT}?"),
    regex.compile(rf"\b{_KIND_FIRST}{_S}{_NAMES}(?:{_S}{_NAMES}){{0,4}},?{_S}{_NUMBER}{_UNIT}?"),
    regex.compile(rf"(?:{_FIRST})?\b{_BOX}{_S}{_NUMBER}"),
)
_NUMBER_LAST = (
    # Király u. 23. · 07 Gumpendorfer Strasse 44 · Höfðagata 41
    regex.compile(rf"(?:{_FIRST})?\b{_NAMES}(?:{_S}{_NAMES}){{0,3}}{_S}{_KIND_LAST}{_S}{_NUMBER}{_UNIT}?"),
    regex.compile(
        rf"(?:{_FIRST})?(?:(?:{_NAME}|{_SMALL}){_S}){{0,2}}"
        rf"\b(?=\p{{Lu}})[\p{{L}}-]{{3,}}{_ENDING}{_S}{_NUMBER}{_UNIT}?"
    ),
)
_KIND_BEFORE_A_NUMBER = regex.compile(rf"(?:{_S}{_KIND_LAST}|{_ENDING}){_S}\d")
"""Looked for first: those with the number last try every name."""

# No word for a street, but a postal code that nothing else looks like: “12 Long Acre, Bath BA1 5NG”.
_CODE = regex.compile(rf"(?<!\w)(?!\d{{4}}\s?(?:AM|PM|AD|BC|CE)\b){LETTERED_CODE}")
_WITH_A_CODE = regex.compile(
    rf"{_FIRST}{_NAME}(?:{_S}{_NAME}){{0,4}}(?:[,\s]{{1,3}}{_NAME}(?:{_S}{_NAME}){{0,2}}){{0,2}}[,\s]{{1,3}}{_CODE.pattern}"
)


class ForeignAddress(Finder):
    TYPE = "STREET_ADDRESS"

    def find(self, text: str) -> Iterator[Found]:
        patterns = (
            *_KIND_FIRST_OR_BOX,
            *(_NUMBER_LAST if _KIND_BEFORE_A_NUMBER.search(text) else ()),
            *((_WITH_A_CODE,) if _CODE.search(text) else ()),
        )
        for pattern in patterns:
            for match in pattern.finditer(text):
                yield *match.span(), 0.85
