"""Two campaigns of Clairval: noon climbing and rowing, given in October; workshops from January on, open to wishes now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime


@dataclass(frozen=True, slots=True)
class Offer:
    """``entry`` is the address of an activity, ``slot`` counts its slots in their order."""

    entry: str
    seats: int
    slot: int = 0


@dataclass(frozen=True, slots=True)
class Asked:
    """``wishes`` are places in ``Campaign.offers``, first one first. ``is_sent`` False: a draft left half-way."""

    child: str
    by: str
    wishes: tuple[int, ...]
    at: datetime
    channel: str = "online"
    most: int = 1
    is_sent: bool = True


@dataclass(frozen=True, slots=True)
class Campaign:
    title: str
    summary: str
    profile: str
    rules: tuple[tuple[str, tuple[str, ...], str], ...]
    offers: tuple[Offer, ...]
    prepared_at: datetime
    resolution: tuple[str, date]
    voted_at: datetime
    announced_at: datetime
    opens_at: datetime
    closes_at: datetime
    public_source: str
    secret: str
    asked: tuple[Asked, ...]
    starts_on: date | None = None
    """When its groups begin, where it is not with the year."""
    decided_at: datetime | None = None
    notified_at: datetime | None = None
    second_at: datetime | None = None
    """When places given back went by the same draw."""
    has_second: bool = False
    bundles: tuple[tuple[str, tuple[int, ...]], ...] = ()
    """Label and places in ``offers`` of groups asked for as one."""
    reserves: tuple[tuple[int, str, int], ...] = ()
    """Place in ``offers``, criterion, seats; for inclusion, minutes of staff in a week."""
    accompanied: tuple[tuple[str, int], ...] = ()
    """Child, place in ``offers`` where the team decided that it comes with somebody."""
    public_number: str = ""
    accepted: tuple[tuple[str, datetime], ...] = ()
    """Child and instant of the answer; the others gave their place back."""


def _utc(month: int, day: int, hour: int = 8, minute: int = 0) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=UTC)


CONTACT = "1 place du Lavoir, 01 39 98 10 10"
OPINION = (
    "Favorable : des critères lus dans le dossier, aucun sur la santé ni sur le travail des parents. "
    "L’accompagnement est une décision de l’équipe, sans sa raison."
)

NOONS = Campaign(
    title="Midis sportifs de l’automne",
    summary="Escalade et aviron pendant la pause de midi, pour les élèves de 9 à 11 ans.",
    profile="sport_culture",
    rules=(
        ("enfants de Clairval qui n’ont rien eu l’an dernier", ("resident", "not_served_last_year"), "égalité d’accès"),
        ("autres enfants de Clairval", ("resident",), "service de la commune"),
    ),
    offers=(
        Offer("escalade-a-la-pause-de-midi", 1),
        Offer("escalade-a-la-pause-de-midi", 1, slot=1),
        Offer("aviron-indoor-a-la-pause-de-midi", 2),
    ),
    prepared_at=_utc(6, 2),
    resolution=("2026-64", date(2026, 6, 25)),
    voted_at=_utc(6, 26),
    announced_at=_utc(8, 24),
    opens_at=_utc(9, 15, 6),
    closes_at=_utc(9, 30, 21),
    public_source="tirage national de la loterie du samedi 3 octobre 2026",
    secret="un-secret-de-la-ville-fictive-pour-les-midis",  # noqa: S106  fictional
    asked=(
        Asked("kadiatou", "aissatou.balde", (0, 2), _utc(9, 16, 14), "phone"),
        Asked("nour", "samira.haddouche", (0, 1, 2), _utc(9, 15, 19)),
        Asked("jeanne", "helene.delattre", (0, 2, 1), _utc(9, 29, 20)),
        Asked("simon", "helene.delattre", (0, 2), _utc(9, 29, 20, 5)),
        Asked("hugo-m", "sophie.marchal", (1, 0), _utc(9, 22, 9)),
    ),
    decided_at=_utc(10, 5, 9),
    notified_at=_utc(10, 6, 9),
    second_at=_utc(10, 22, 9),
    has_second=True,
    public_number="4 11 19 32 47 · 6",
    accepted=(("kadiatou", _utc(10, 7, 12)), ("nour", _utc(10, 6, 19)),
        ("hugo-m", _utc(10, 9, 9))),
)  # fmt: skip

WORKSHOPS = Campaign(
    title="Ateliers de janvier à juin",
    summary="Dessin, cirque, danse, théâtre et natation : trop peu de places pour tous, donc personne ne court. "
    "Classez ce qui plairait à votre enfant, quand vous voulez avant la clôture.",
    profile="sport_culture",
    rules=(
        ("enfants de Clairval qui n’ont rien eu l’an dernier", ("resident", "not_served_last_year"), "égalité d’accès"),
        ("enfants du quartier de l’activité", ("near", "resident"), "trajets à pied"),
        ("autres enfants de Clairval", ("resident",), "service de la commune"),
    ),
    offers=(
        Offer("arts-plastiques-les-mains-dedans", 3),
        Offer("arts-plastiques-les-mains-dedans", 3, slot=1),
        Offer("cirque-jongler-rouler-tenir", 2),
        Offer("danse-enfants-du-geste-a-la-choregraphie", 2),
        Offer("theatre-jouer-ensemble", 3),
        Offer("ecole-de-natation", 2, slot=1),
    ),
    prepared_at=_utc(9, 7),
    resolution=("2026-97", date(2026, 10, 8)),
    voted_at=_utc(10, 9),
    announced_at=_utc(10, 20),
    opens_at=_utc(11, 16, 7),
    closes_at=_utc(12, 2, 22, 59),
    starts_on=date(2027, 1, 4),
    has_second=True,
    bundles=(("Arts plastiques et cirque, la semaine créative", (0, 2)),),
    reserves=((4, "not_served_last_year", 1), (2, "inclusion", 90)),
    accompanied=(("timeo", 2),),
    public_source="tirage national de la loterie du samedi 5 décembre 2026",
    secret="un-secret-de-la-ville-fictive-pour-les-ateliers",  # noqa: S106  fictional
    asked=(
        Asked("leonie", "camille.rousseau", (2, 3, 0), _utc(11, 17, 20), most=2),
        Asked("basile", "camille.rousseau", (3, 0), _utc(11, 17, 20, 10)),
        Asked("timeo", "laure.carpentier", (2, 4), _utc(11, 19, 21)),
        Asked("dylan", "monique.lefevre", (3, 5, 1), _utc(11, 20, 16)),
        Asked("sofiia", "olena.kovalenko", (3, 2), _utc(11, 20, 9, 15), "counter"),
        Asked("kadiatou", "aissatou.balde", (4, 2, 5), _utc(11, 18, 12), "phone"),
        Asked("jeanne", "helene.delattre", (4, 1), _utc(11, 22, 18), is_sent=False),
    ),
)  # fmt: skip
CAMPAIGNS = (NOONS, WORKSHOPS)
