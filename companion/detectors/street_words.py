"""Words of US street addresses after USPS Publication 28 (appendices B and C1), and words that are none."""

from __future__ import annotations

DIRECTIONS = frozenset(
    "n s e w ne nw se sw north south east west northeast northwest southeast southwest".split()  # noqa: SIM905
)


def _suffixes(lines: str) -> dict[str, str]:
    """Each line: the standard abbreviation first, then the other spellings → spelling: abbreviation."""
    return {word: words[0] for line in lines.strip().splitlines() if (words := line.split()) for word in words}


# Nothing else is meant by these words after a number and a name.
PLAIN = _suffixes("""
ave avenue av aven
blvd boulevard boul
cir circle circ
ct court crt
expy expressway
fwy freeway
hwy highway
ln lane
pkwy parkway pkway pky
rd road
st street str
ter terrace terr
tpke turnpike
trce trace
""")

# These are everyday words too: “a nice drive”, “no way”, “a fun run”, “dr pepper”.
EVERYDAY = _suffixes("""
aly alley
bnd bend
br branch
brk brook
clf cliff
cor corner
crk creek
cres crescent
xing crossing
cv cove
chse chase
dr drive drv
est estates estate
ext extension
fls falls
fld field fields
frst forest
gdn garden gardens
gln glen
grn green
grv grove
hbr harbor
holw hollow
hl hill hills
isle isle
jct junction
knl knoll knolls
lk lake
lndg landing
loop loop
mnr manor
mdw meadow meadows mdws
ml mill mills
mt mount
oval oval
park park
pass pass
path path
pike pike
pl place plc
plz plaza
pt point
rnch ranch
rdg ridge
row row
run run
shr shore shores
spg spring springs spgs
sq square
sta station
strm stream
trl trail trails
vly valley
vw view
vlg village
vis vista
walk walk
way way
""")

SUFFIXES = PLAIN | EVERYDAY
OF_STREETS = frozenset(PLAIN) | frozenset(
    """
    aly alley bnd bend cv cove cres crescent xing crossing dr drive drv gln glen holw hollow lndg landing loop pass path
    pike pl place plc plaza plz pt point rdg ridge row run sq square trl trail trails walk way ways
    """.split()  # noqa: SIM905
)
ABBREVIATIONS = frozenset(
    "ave av blvd cir ct crt dr drv expy hwy ln pkwy pl rd st str ter trl xing sq cv hl".split()  # noqa: SIM905
)


def short_suffix(word: str) -> str:
    """`street` → `st`; any other word as it is."""
    return SUFFIXES.get(word, word)


# A number before one of these is counted or measured, and names no house.
UNITS = frozenset(
    """
    am pm a.m p.m min mins minute minutes hr hrs hour hours sec secs second seconds day days week weeks month months
    year years yr yrs decade decades time times mile miles mi km k kilometer kilometers meter meters foot feet ft inch
    inches yard yards acre acres mph degree degrees percent dollar dollars buck bucks cent cents lb lbs pound pounds oz
    ounce ounces gallon gallons pack packs dozen hundred thousand million billion people person persons kid kids folks
    man men woman women guy guys cop cops officer officers driver drivers crew crews team teams car cars truck trucks
    bus buses bike bikes dog dogs cat cats home homes house houses resident residents neighbor neighbors family
    families employee employees worker workers staff lane lanes block blocks unit units lot lots tree trees crash
    crashes call calls story stories part parts step steps way ways point points star stars vote votes game games
    """.split()  # noqa: SIM905
)

# No street begins or ends with these when it is written in small letters.
COMMON = frozenset(
    """
    a an the and or but if so as at by for from in into of off on onto out over to up with about after before
    i me my mine we us our ours you your yours he him his she her hers it its they them their theirs this that these
    those who whom whose what which when where why how all any both each every few more most much many other some such
    no nor not only own same than too very just even also still already again once ever never am is are was were be
    been being do does did doing done have has had having can could may might must shall should will would don't isn't
    it's i'm that's there here then now today tonight tomorrow yesterday get got go goes going went gone come comes
    came make makes made take takes took give gives gave see sees saw say says said let lets put puts use used need
    needs want wants know knows like likes look looks think thinks feel feels keep keeps kept run runs ran walk walks
    drive drives drove park parks parked good great bad best better worst nice new fun big small long short free next
    last first hot cold cool fast slow hard easy real whole half full extra diet
    """.split()  # noqa: SIM905
)
PARTICLES = frozenset("of the de del la las los el da du des van von y and at".split())  # noqa: SIM905

# A number after one of these belongs to it: “exit 16”, “Station 3”, “HB 244”.
NUMBERED = frozenset(
    """
    i us sr cr ga hwy highway route rt rte interstate exit station ward district precinct phase zone bus line gate room
    rm page pg pp p chapter section sec item items bill hb sb level lot troop engine ladder truck squad no number
    episode ep article ticket order case permit version v vol volume week day year grade age aged pier
    terminal flight track lane lanes pool field court table seat row door unit apt ste suite box part
    """.split()  # noqa: SIM905
)

# Before a year: “in 2024”, “the 2024 …”; never before a house number.
BEFORE_YEARS = frozenset(
    """
    in since by until till during the our this that annual of for after before spring summer fall autumn winter early
    late mid fy january february march april may june july august september october november december jan feb mar apr
    jun jul aug sep sept oct nov dec
    """.split()  # noqa: SIM905
)

# After a street's name these make something else of it: “Spring Street Festival”, “Main Street Cafe”.
THINGS = frozenset(
    """
    festival fest fair market parade party concert series race 5k 10k marathon show sale tour crawl celebration
    elementary school academy church baptist methodist presbyterian chapel ministries temple
    bridge project improvement improvements widening repaving resurfacing corridor plan study master streetscape
    overlay district crossing shops shopping center centre mall
    cafe grill bar pub tavern diner bakery coffee brewing brewery pizza deli kitchen bistro theater theatre gallery
    museum library hospital clinic pharmacy bank credit association hoa neighborhood neighbors merchants journal
    times news band blues records publishing initiative committee coalition
    """.split()  # noqa: SIM905
)
# “St” and “Dr” that begin a name instead of ending a street.
AFTER_ST = frozenset(
    """
    louis paul jude patrick patricks patty pattys helens john johns augustine simons petersburg thomas croix lucia nick
    george james joseph mary marys andrew andrews luke martin bernard
    """.split()  # noqa: SIM905
)
AFTER_DR = frozenset("pepper peppers dre seuss phil oz strange who evil scholls bronner".split())  # noqa: SIM905

# What says that a place follows: “lives at”, “su casa está en”.
LOCATING = frozenset(
    """
    at @ address addr addresses live lives living lived reside resides residing moved move home house located near to
    from visit visiting by outside behind en vive casa direccion
    """.split()  # noqa: SIM905
)
