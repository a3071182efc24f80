"""What adults do together: actions, labels, agreements, pairs of a school and its care."""

from __future__ import annotations

from .registry import Asked, Of, Shape, measure
from .words import COMMITTED, REVIEWED, SCHOOL_KINDS, TOWN_KINDS, query

_ACTIONS = f"""done AS (
  SELECT action, state IN {REVIEWED} AND reviewed_on <= $until AS is_reviewed
  FROM actions WHERE school_year = $year AND state IN {COMMITTED} AND proposed_on <= $until
)"""
"""Actions of the year that the plan can count on, as far as that day knew them."""

_INSTITUTION = f"""CASE WHEN kind IN {TOWN_KINDS} THEN 'town' WHEN kind IN {SCHOOL_KINDS} THEN 'education'
  ELSE organisation END"""
"""The town is one institution, and so is the State's education; each association is its own."""

_PARTS = f"""parts AS (
  SELECT action, count(DISTINCT organisation) AS structures, count(DISTINCT {_INSTITUTION}) AS institutions
  FROM action_structures WHERE school_year = $year GROUP BY 1
)"""
_SCHOOLS = "schools AS (SELECT organisation FROM organisations WHERE kind = 'school')"
_IN_FORCE = """in_force AS (
  SELECT agreement, kind, voted_on FROM agreements
  WHERE state NOT IN ('draft', 'reviewed', 'adopted') AND starts_on <= $until AND ends_on >= $until
    AND (ended_on IS NULL OR ended_on > $until)
)"""
LARGEST = 15
"""An action with more structures than that links everybody to everybody, and says nothing."""


@measure("A1.G1.E2.i1", of=Of.THINGS, yearly=True)
def carried_by_several(asked: Asked) -> str:
    return query(
        _ACTIONS,
        _PARTS,
        select="""SELECT '' AS cell,
  count(*) FILTER (WHERE is_reviewed AND structures >= 3 AND institutions >= 2), count(*), NULL
FROM done LEFT JOIN parts USING (action)""",
    )


@measure("A1.G1.E2.i2", of=Of.THINGS, shape=Shape.MEAN, yearly=True)
def structures_by_action(asked: Asked) -> str:
    return query(
        _ACTIONS,
        _PARTS,
        select="""SELECT '' AS cell, coalesce(sum(structures), 0), count(*), NULL
FROM done LEFT JOIN parts USING (action)""",
    )


@measure("A1.G1.E4.i1", of=Of.THINGS)
def labelled(asked: Asked) -> str:
    return query(
        "eligible AS (SELECT organisation FROM organisations WHERE kind IN (SELECT kind FROM label_applicants))",
        "held AS (SELECT DISTINCT organisation FROM labels WHERE $until BETWEEN obtained_on AND expires_on)",
        select="""SELECT '' AS cell, count(h.organisation), count(*), NULL
FROM eligible e LEFT JOIN held h ON h.organisation = e.organisation""",
    )


@measure("A1.G1.E4.i2", of=Of.THINGS)
def milestones_on_time(asked: Asked) -> str:
    return """SELECT '' AS cell, count(*) FILTER (WHERE done_on <= due_on), count(*), NULL
FROM label_milestones WHERE due_on BETWEEN $first AND $until"""


@measure("A4.G1.E1.i1", of=Of.THINGS)
def sustainable_schools(asked: Asked) -> str:
    return query(
        f"everyone AS (SELECT organisation FROM organisations WHERE kind IN {SCHOOL_KINDS})",
        """held AS (SELECT DISTINCT organisation FROM labels
  WHERE label LIKE 'e3d%' AND $until BETWEEN obtained_on AND expires_on)""",
        select="""SELECT '' AS cell, count(h.organisation), count(*), NULL
FROM everyone e LEFT JOIN held h ON h.organisation = e.organisation""",
    )


@measure("A1.G1.E9.i1", of=Of.THINGS, yearly=True)
def linked_projects(asked: Asked) -> str:
    return query(
        """joined AS (SELECT DISTINCT j.pair FROM joint_actions j JOIN actions a USING (action)
  WHERE j.school_year = $year AND a.state IN ('co_validated', 'scheduled', 'running', 'reviewed', 'archived')
    AND a.proposed_on <= $until)""",
        select="""SELECT '' AS cell, count(j.pair), count(*), NULL
FROM site_pairs p LEFT JOIN joined j USING (pair) WHERE p.school_year = $year""",
    )


@measure("A1.G1.E12.i2", of=Of.THINGS, yearly=True)
def opened_by_the_other(asked: Asked) -> str:
    return query(
        """opened AS (SELECT pair FROM summary_openings WHERE school_year = $year AND opened_on <= $until
  GROUP BY pair HAVING count(DISTINCT side) = 2)""",
        select="""SELECT '' AS cell, count(o.pair), count(*), NULL
FROM site_pairs p LEFT JOIN opened o USING (pair) WHERE p.school_year = $year""",
    )


@measure("A1.G1.E11.i1", of=Of.THINGS, yearly=True)
def schools_with_the_town(asked: Asked) -> str:
    """The school is one of the two owners, the town the other."""
    return query(
        _ACTIONS,
        _SCHOOLS,
        f"""town AS (SELECT DISTINCT action FROM action_structures
  WHERE school_year = $year AND role IN ('owner', 'co_owner') AND kind IN {TOWN_KINDS})""",
        """busy AS (SELECT DISTINCT s.organisation FROM action_structures s
  JOIN town USING (action) JOIN done d USING (action)
  WHERE s.school_year = $year AND s.role IN ('owner', 'co_owner') AND s.kind = 'school' AND d.is_reviewed)""",
        select="""SELECT '' AS cell, count(b.organisation), count(*), NULL
FROM schools LEFT JOIN busy b USING (organisation)""",
    )


@measure("A1.G2.E2.i1", of=Of.THINGS, yearly=True)
def two_by_two(asked: Asked) -> str:
    return query(
        _ACTIONS,
        f"""small AS (SELECT action FROM action_structures JOIN done USING (action) WHERE school_year = $year
  GROUP BY action HAVING count(DISTINCT organisation) <= {LARGEST})""",
        """part AS (SELECT DISTINCT s.action, s.organisation FROM action_structures s JOIN small USING (action)
  JOIN organisations o ON o.organisation = s.organisation WHERE s.school_year = $year)""",
        """pairs AS (SELECT DISTINCT a.organisation AS one, b.organisation AS other
  FROM part a JOIN part b ON a.action = b.action AND a.organisation < b.organisation)""",
        select="""SELECT '' AS cell, (SELECT count(*) FROM pairs), count(*) * (count(*) - 1) // 2, NULL
FROM organisations""",
    )


@measure("A1.G2.E8.i1", of=Of.THINGS, yearly=True)
def bridges(asked: Asked) -> str:
    """Structures, while the map of transitions is not there."""
    kinds = "('school', 'secondary_school', 'early_years')"
    return query(
        _ACTIONS,
        f"places AS (SELECT organisation FROM organisations WHERE kind IN {kinds})",
        """bridged AS (SELECT DISTINCT s.organisation FROM action_structures s JOIN done d USING (action)
  JOIN action_tags t USING (action)
  WHERE s.school_year = $year AND d.is_reviewed AND t.kind = 'theme' AND t.value = 'transition')""",
        select="""SELECT '' AS cell, count(b.organisation), count(*), NULL
FROM places LEFT JOIN bridged b USING (organisation)""",
    )


@measure("A4.G1.E2.i1", of=Of.THINGS, yearly=True)
def environment(asked: Asked) -> str:
    return query(
        _ACTIONS,
        _SCHOOLS,
        """green AS (SELECT DISTINCT s.organisation FROM action_structures s JOIN done USING (action)
  JOIN action_tags t USING (action)
  WHERE s.school_year = $year AND t.kind = 'theme' AND t.value = 'environment')""",
        select="""SELECT '' AS cell, count(g.organisation), count(*), NULL
FROM schools LEFT JOIN green g USING (organisation)""",
    )


@measure("A1.G2.E5.i1", of=Of.THINGS)
def agreements_in_force(asked: Asked) -> str:
    return query(
        _IN_FORCE,
        """expected AS (SELECT agreement FROM agreements WHERE created_on <= $until
  AND (ended_on IS NULL OR ended_on > $until) AND (ends_on IS NULL OR ends_on >= $until))""",
        select="""SELECT '' AS cell, count(f.agreement), count(*), NULL
FROM expected LEFT JOIN in_force f USING (agreement)""",
    )


@measure("A1.G2.E7.i1", of=Of.THINGS)
def shared_premises(asked: Asked) -> str:
    return query(
        _IN_FORCE,
        _SCHOOLS,
        """signed AS (SELECT DISTINCT p.organisation FROM agreement_parties p JOIN in_force f USING (agreement)
  WHERE f.kind = 'sharing' AND p.signed_on <= $until)""",
        select="""SELECT '' AS cell, count(s.organisation), count(*), NULL
FROM schools LEFT JOIN signed s USING (organisation)""",
    )


@measure("A1.G2.E3.i1", of=Of.THINGS)
def common_reference(asked: Asked) -> str:
    return query(
        _IN_FORCE,
        _SCHOOLS,
        """signed AS (SELECT DISTINCT p.organisation FROM agreement_parties p JOIN in_force f USING (agreement)
  WHERE p.signed_on <= $until AND f.voted_on > $until - INTERVAL 24 MONTH)""",
        select="""SELECT '' AS cell, count(s.organisation), count(*), NULL
FROM schools LEFT JOIN signed s USING (organisation)""",
    )
