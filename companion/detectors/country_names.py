"""Countries and territories by their English short names (ISO 3166-1) and other usual names, accents folded."""

from __future__ import annotations

COUNTRIES = tuple(
    line.strip()
    for line in """
    Afghanistan, Aland Islands, Albania, Algeria, American Samoa, Andorra, Angola, Anguilla, Antarctica,
    Antigua and Barbuda, Argentina, Armenia, Aruba, Australia, Austria, Azerbaijan, Bahamas, Bahrain, Bangladesh,
    Barbados, Belarus, Belgium, Belize, Benin, Bermuda, Bhutan, Bolivia, Bonaire, Bosnia and Herzegovina, Botswana,
    Bouvet Island, Brazil, British Indian Ocean Territory, British Virgin Islands, Brunei, Brunei Darussalam, Bulgaria,
    Burkina Faso, Burma, Burundi, Cabo Verde, Cambodia, Cameroon, Canada, Cape Verde, Cayman Islands,
    Central African Republic, Chile, China, Christmas Island, Cocos Islands, Colombia, Comoros, Congo, Cook Islands,
    Costa Rica, Cote d'Ivoire, Croatia, Cuba, Curacao, Cyprus, Czech Republic, Czechia,
    Democratic People's Republic of Korea, Democratic Republic of the Congo, Denmark, Djibouti, Dominica,
    Dominican Republic, East Timor, Ecuador, Egypt, El Salvador, England, Equatorial Guinea, Eritrea, Estonia, Eswatini,
    Ethiopia, Falkland Islands, Faroe Islands, Fiji, Finland, France, French Guiana, French Polynesia,
    French Southern Territories, Gabon, Gambia, Georgia, Germany, Ghana, Gibraltar, Greece, Greenland, Grenada,
    Guadeloupe, Guam, Guatemala, Guernsey, Guinea, Guinea-Bissau, Guyana, Haiti, Holy See, Honduras, Hong Kong, Hungary,
    Iceland, India, Indonesia, Iran, Iraq, Ireland, Isle of Man, Israel, Italy, Ivory Coast, Jamaica, Japan, Jersey,
    Kazakhstan, Kenya, Kiribati, Korea, Kosovo, Kuwait, Kyrgyz Republic, Kyrgyzstan, Lao People's Democratic Republic,
    Laos, Latvia, Lebanon, Lesotho, Liberia, Libya, Libyan Arab Jamahiriya, Liechtenstein, Lithuania, Luxembourg, Macao,
    Macau, Macedonia, Madagascar, Malawi, Malaysia, Maldives, Mali, Malta, Marshall Islands, Martinique, Mauritania,
    Mauritius, Mayotte, Mexico, Micronesia, Moldova, Monaco, Mongolia, Montenegro, Montserrat, Morocco, Mozambique,
    Myanmar, Namibia, Nauru, Nepal, Netherlands, Netherlands Antilles, New Caledonia, New Zealand, Nicaragua, Niger,
    Nigeria, Niue, Norfolk Island, North Korea, North Macedonia, Northern Ireland, Northern Mariana Islands, Norway,
    Oman, Pakistan, Palau, Palestine, Palestinian Territory, Panama, Papua New Guinea, Paraguay, Peru, Philippines,
    Pitcairn, Pitcairn Islands, Poland, Portugal, Puerto Rico, Qatar, Republic of Korea, Reunion, Romania, Russia,
    Russian Federation, Rwanda, Saint Helena, Saint Kitts and Nevis, Saint Lucia, Saint Martin,
    Saint Pierre and Miquelon, Saint Vincent and the Grenadines, Samoa, San Marino, Sao Tome and Principe, Saudi Arabia,
    Scotland, Senegal, Serbia, Seychelles, Sierra Leone, Singapore, Slovakia, Slovenia, Solomon Islands, Somalia,
    South Africa, South Korea, South Sudan, Spain, Sri Lanka, Sudan, Suriname, Svalbard and Jan Mayen, Swaziland,
    Sweden, Switzerland, Syria, Syrian Arab Republic, Taiwan, Tajikistan, Tanzania, Thailand, Timor-Leste, Togo,
    Tokelau, Tonga, Trinidad and Tobago, Tunisia, Turkey, Turkiye, Turkmenistan, Turks and Caicos Islands, Tuvalu, U.K.,
    U.S., U.S.A., Uganda, UK, Ukraine, United Arab Emirates, United Kingdom, United States, United States of America,
    United States Virgin Islands, Uruguay, USA, Uzbekistan, Vanuatu, Vatican City, Venezuela, Vietnam, Viet Nam, Wales,
    Wallis and Futuna, Western Sahara, Yemen, Zambia, Zimbabwe
    """.replace("\n", " ").split(",")
)

PEOPLE_TOO = ("Chad", "Jordan")
"""Names of countries that people have: a country only after a comma or a line end."""
