"""``make bench``: the plan page against an empty page of the same server; an import as its document grows;
a plan that lives at ten times the size of a real one; the catalogue as it grows; the allocation and equity too; facts
from 200,000 presences to 20 million; every dashboard over 200,000 of them (20 million when asked for)."""

from __future__ import annotations

from benchmarks import (
    accessibility,
    allocation,
    catalogue,
    dashboards,
    disclosure,
    importing,
    living,
    observatory,
    serving,
)


def main() -> None:
    print("Plan page, against an empty Django page on the same server")
    serving.run()
    print("\nImport, as the document grows (linear = 1.0 per line)")
    importing.run()
    print("\nA living plan, at the size of a real one and ten times that")
    living.run()
    print("\nThe catalogue, from a small town to a hundred times that")
    catalogue.run()
    print("\nPlaces given, from a thousand children to a million")
    allocation.run()
    print("\nHow near the offer is, beside the package access, and over a real town")
    accessibility.run()
    print("\nSmall numbers hidden in linked tables, as a town grows")
    disclosure.run()
    print("\nFacts without names, from 200,000 presences to 20 million")
    observatory.run()
    print("\nEvery dashboard of a town with ten years of presences")
    dashboards.run()


if __name__ == "__main__":
    main()
