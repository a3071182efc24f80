"""What the town offers and how one asks for it: entries of the catalogue, classes, procedures."""

from __future__ import annotations

from .registry import Asked, Of, Shape, measure
from .words import query

DOMAINS = 14
ANNOUNCED_DAYS = 21
PREPARED_DAYS = 42
ABANDONED_DAYS = 30

_SHOWN = """shown AS (
  SELECT activity, organisation, organisation_kind, adapted, verified_on FROM activities
  WHERE school_year = $year AND state IN ('published', 'stale') AND published_on <= $until
)"""


@measure("A2.G1.E2.i1", of=Of.THINGS)
def access_is_told(asked: Asked) -> str:
    return query(
        _SHOWN,
        select="""SELECT '' AS cell,
  count(*) FILTER (WHERE adapted AND verified_on > $until - INTERVAL 12 MONTH AND verified_on <= $until), count(*), NULL
FROM shown""",
    )


@measure("A2.G1.E5.i1", of=Of.THINGS)
def associations_that_adapt(asked: Asked) -> str:
    return query(
        _SHOWN,
        select="""SELECT '' AS cell, count(DISTINCT organisation) FILTER (WHERE adapted),
  count(DISTINCT organisation), NULL
FROM shown WHERE organisation_kind = 'association'""",
    )


@measure("A3.G2.E1.i3", of=Of.THINGS, yearly=True)
def announced_in_time(asked: Asked) -> str:
    return f"""SELECT '' AS cell,
  count(*) FILTER (WHERE announced_on IS NOT NULL AND date_diff('day', announced_on, opens_on) >= {ANNOUNCED_DAYS}),
  count(*), NULL
FROM campaigns WHERE school_year = $year AND opens_on <= $until AND state <> 'cancelled'"""


@measure("A3.G2.E4.i1", of=Of.THINGS, shape=Shape.MEAN)
def pieces(asked: Asked) -> str:
    return """SELECT '' AS cell, coalesce(sum(pieces), 0), count(*), NULL
FROM groups WHERE school_year = $year AND opens_on <= $until"""


@measure("A3.G2.E4.i2", of=Of.SMALLEST, shape=Shape.VALUE)
def time_to_ask(asked: Asked) -> str:
    """Online only: at the counter the clock is the agent's."""
    return """SELECT '' AS cell, median(minutes_to_send), count(DISTINCT child)
FROM applications WHERE channel = 'online' AND sent_on BETWEEN $first AND $until"""


@measure("A3.G2.E6.i2", of=Of.SMALLEST)
def abandoned(asked: Asked) -> str:
    """Those begun less than 30 days ago are in neither side: they may still be sent."""
    late = f"sent_on IS NULL OR date_diff('day', started_on, sent_on) > {ABANDONED_DAYS}"
    return f"""SELECT '' AS cell,
  count(*) FILTER (WHERE {late}), count(*), least(count(DISTINCT child) FILTER (WHERE {late}),
    count(DISTINCT child) FILTER (WHERE NOT ({late})))
FROM applications WHERE started_on BETWEEN $first AND $until - INTERVAL {ABANDONED_DAYS} DAY"""


@measure("A3.G2.E6.i3", of=Of.SMALLEST)
def done_the_same_day(asked: Asked) -> str:
    return """SELECT '' AS cell, count(*) FILTER (WHERE sent_on = started_on), count(*),
  least(count(DISTINCT child) FILTER (WHERE sent_on = started_on),
    count(DISTINCT child) FILTER (WHERE sent_on IS DISTINCT FROM started_on))
FROM applications WHERE channel = 'counter' AND started_on BETWEEN $first AND $until"""


@measure("A3.G2.E5.i1", of=Of.SMALLEST)
def on_paper(asked: Asked) -> str:
    """Places that a campaign gave came by a wish: only the wish is counted."""
    return query(
        """files AS (
  SELECT channel, child FROM applications WHERE sent_on BETWEEN $first AND $until
  UNION ALL
  SELECT r.channel, r.child FROM registrations r JOIN groups g ON g.unit = r.unit
  WHERE g.mode = 'direct' AND r.asked_on BETWEEN $first AND $until
)""",
        select="""SELECT '' AS cell, count(*) FILTER (WHERE channel = 'paper'), count(*),
  least(count(DISTINCT child) FILTER (WHERE channel = 'paper'), count(DISTINCT child) FILTER (WHERE channel <> 'paper'))
FROM files""",
    )


@measure("A4.G1.E5.i1", of=Of.THINGS)
def classes_agreed_early(asked: Asked) -> str:
    return f"""SELECT '' AS cell,
  count(*) FILTER (WHERE date_diff('day', accepted_on, planned_on) >= {PREPARED_DAYS}), count(*), NULL
FROM class_requests WHERE state IN ('accepted', 'done') AND planned_on BETWEEN $first AND $until"""


@measure("A4.G1.E6.i1", of=Of.THINGS, yearly=True)
def domains_by_level(asked: Asked) -> str:
    """Levels are those of the classes that were declared that year."""
    return query(
        "levels AS (SELECT DISTINCT level FROM class_levels WHERE school_year = $year)",
        """met AS (SELECT DISTINCT r.domain, l.level FROM class_records r JOIN class_levels l USING (class_group)
  WHERE r.school_year = $year AND r.happened_on <= $until)""",
        select=f"""SELECT '' AS cell, (SELECT count(*) FROM met), {DOMAINS} * count(*), NULL FROM levels""",
    )
