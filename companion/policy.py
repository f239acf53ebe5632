"""What `status` and `policy` say of a loaded pack."""

from __future__ import annotations

from companion import API, __version__
from companion.contract import (
    DetectorStatus,
    LimitsStatus,
    PackStatus,
    Policy,
    PolicyPack,
    SetAside,
    SiteOfPolicy,
    Status,
    SurfaceOfSite,
)
from companion.review import Reviewer
from companion.rules.load import Pack


def status(reviewer: Reviewer, pack: Pack, max_characters: int) -> Status:
    aside = [
        SetAside(file=e.place.file, line=e.place.line, column=e.place.column, message=e.message) for e in pack.set_aside
    ]
    packed = PackStatus(id=pack.id, title=pack.file.title, version=pack.version, rules=len(pack.rules), set_aside=aside)
    return Status(
        version=__version__,
        api=API,
        ready=reviewer.ready,
        detectors=[DetectorStatus(name=s.name, state=s.state, detail=s.detail) for s in reviewer.states],
        packs=[packed],
        limits=LimitsStatus(max_characters=max_characters),
    )


def policy(pack: Pack) -> Policy:
    file = pack.file.model_dump()
    shown = {key: file[key] for key in ("title", "clauses", "contacts", "disclaimers")}
    compiled = [rule.compiled for rule in pack.rules]
    return Policy(
        version=pack.version,
        packs=[PolicyPack(id=pack.id, version=pack.version, rules=compiled, **shown)],
        sites=[
            SiteOfPolicy(
                id=key,
                title=site.title,
                surfaces=[SurfaceOfSite(surface=s.surface, limit=s.limit) for s in site.surfaces],
            )
            for key, site in pack.sites.items()
        ],
    )
