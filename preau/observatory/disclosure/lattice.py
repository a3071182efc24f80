"""Every table with all its margins, over one flat array of the finest crossings.

Order of names never counts: dimensions, values and tables are sorted here, and told by their labels.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations, product
from math import prod

import numpy as np
from numpy.typing import NDArray

from .model import Behind, Counts, Cube, Dimension, Mask, Table

Places = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Axis:
    """A dimension as it is told. ``holds``: entry × atom. ``labels``: of the entries; None for those never shown.

    An atom is a set of values that no group tells apart. Entries never shown are what somebody gets by taking a group
    off another, or off the whole: they are protected as much as the others.
    """

    name: str
    labels: tuple[str | None, ...]
    holds: Mask
    atom_of: Mapping[str, int]
    sensitive: bool

    @property
    def is_plain(self) -> bool:
        return self.holds.shape[0] == self.holds.shape[1] and bool(self.holds.diagonal().all())

    @classmethod
    def of(cls, dimension: Dimension) -> Axis:
        values = sorted(dimension.values)
        groups = {label: frozenset(each) for label, each in dimension.groups.items()} or {
            value: frozenset({value}) for value in values
        }
        signs = {value: tuple(value in groups[label] for label in sorted(groups)) for value in values}
        atoms = sorted(
            (frozenset(value for value in values if signs[value] == sign) for sign in set(signs.values())), key=sorted
        )
        told = sorted(groups.items())
        unseen = sorted(_differences(groups.values(), frozenset(values)) | set(atoms), key=sorted)
        entries = [each for _label, each in told]
        entries += [each for each in unseen if each not in entries and each != frozenset(values)]
        labels = tuple(label for label, _each in told) + (None,) * (len(entries) - len(told))
        holds = np.array([[atom <= entry for atom in atoms] for entry in entries], dtype=np.bool_)
        places = {value: place for place, atom in enumerate(atoms) for value in atom}
        return cls(dimension.name, labels, holds, places, dimension.sensitive)


def _differences(groups: Iterable[frozenset[str]], whole: frozenset[str]) -> set[frozenset[str]]:
    known = {*groups}
    if all(not one & other for one, other in combinations(known, 2)) and frozenset().union(*known) == whole:
        return set()
    return {large - small for small, large in product(known, known | {whole}) if small < large}


class Lattice:
    """``tables``: those asked for and all their margins, coarse first. Arrays of the finest crossings are flat.

    ``floor``: in every town that is imagined, nobody of these is missing (they were there at an earlier date).
    """

    def __init__(self, cube: Cube, tables: Iterable[Table], *, floor: Cube | None = None) -> None:
        asked = {tuple(sorted(each)) for each in tables} | {()}
        names = sorted({name for each in asked for name in each})
        by_name = {each.name: each for each in cube.dimensions}
        self.axes = {name: Axis.of(by_name[name]) for name in names}
        self.names = tuple(names)
        self.size = {name: self.axes[name].holds.shape[1] for name in names}
        self.shape = tuple(self.size[name] for name in names)
        self.stride = {name: prod(self.shape[place + 1 :]) for place, name in enumerate(names)}
        self.cells = prod(self.shape)
        self.tables: list[Table] = sorted(
            {part for each in asked for count in range(len(each) + 1) for part in combinations(each, count)},
            key=lambda each: (len(each), each),
        )
        self.counts = self._flat(cube, cube.counts)
        self.floor = np.zeros_like(self.counts) if floor is None else self._flat(floor, floor.counts)
        if (self.floor > self.counts).any():
            raise ValueError("What only grows is nowhere less than it was.")
        possible = np.ones(cube.counts.shape, dtype=np.bool_) if cube.possible is None else cube.possible
        self.possible = self._flat(cube, possible.astype(np.int64)) > 0
        self._behind = cube.behind
        self._columns = {each.name: place for place, each in enumerate(cube.dimensions)}
        self._values = {each.name: each.values for each in cube.dimensions}

    def _flat(self, cube: Cube, array: Counts) -> Counts:
        """Summed over what no table tells, values merged into atoms, in the order of the names."""
        kept = [each.name for each in cube.dimensions if each.name in self.axes]
        array = array.sum(axis=tuple(i for i, each in enumerate(cube.dimensions) if each.name not in self.axes))
        for place, name in enumerate(kept):
            atoms = self._codes(name, next(each.values for each in cube.dimensions if each.name == name))
            merge = np.zeros((self.size[name], atoms.size), dtype=np.int64)
            merge[atoms, np.arange(atoms.size)] = 1
            array = np.moveaxis(np.tensordot(merge, array, (1, place)), 0, place)
        return np.ascontiguousarray(array.transpose([kept.index(name) for name in self.names])).ravel()

    def _codes(self, name: str, values: Iterable[str]) -> Places:
        return np.array([self.axes[name].atom_of[value] for value in values], dtype=np.int64)

    def shape_of(self, table: Table) -> tuple[int, ...]:
        return tuple(self.axes[name].holds.shape[0] for name in table)

    def labels(self, table: Table, place: tuple[int, ...]) -> tuple[str, ...] | None:
        """None for an entry that is never shown."""
        found = tuple(self.axes[name].labels[entry] for name, entry in zip(table, place, strict=True))
        return None if None in found else tuple(label for label in found if label is not None)

    def project(self, table: Table, flat: NDArray[np.int64] | Mask) -> Counts:
        """The table of ``flat``: each entry is the sum of the finest crossings that it holds."""
        array = flat.reshape(self.shape).astype(np.int64)
        array = array.sum(axis=tuple(place for place, name in enumerate(self.names) if name not in table))
        for place, name in enumerate(table):
            if not self.axes[name].is_plain:
                array = np.moveaxis(np.tensordot(self.axes[name].holds.astype(np.int64), array, (1, place)), 0, place)
        return np.asarray(array, dtype=np.int64)

    def spread(self, table: Table, entries: Counts | Mask) -> Counts:
        """For each finest crossing, the sum of the entries of the table that hold it. It broadcasts to ``shape``."""
        array = entries.astype(np.int64)
        for place, name in enumerate(table):
            if not self.axes[name].is_plain:
                array = np.moveaxis(np.tensordot(self.axes[name].holds.T.astype(np.int64), array, (1, place)), 0, place)
        return array.reshape(tuple(self.size[name] if name in table else 1 for name in self.names))

    def told(self, table: Table) -> Mask:
        """False for the entries that are never shown."""
        mask = np.ones(self.shape_of(table), dtype=np.bool_)
        for place, name in enumerate(table):
            seen = np.array([label is not None for label in self.axes[name].labels], dtype=np.bool_)
            mask &= seen.reshape([-1 if other == place else 1 for other in range(len(table))])
        return mask

    def children(self, table: Table) -> Counts:
        """Distinct children behind each entry."""
        return self.project(table, self.counts) if self._behind is None else self._distinct(table, self._behind)

    def _distinct(self, table: Table, behind: Behind) -> Counts:
        atoms = [self._codes(name, self._values[name])[behind.codes[:, self._columns[name]]] for name in table]
        groups = [name for name in table if not self.axes[name].is_plain]
        found = np.zeros(self.shape_of(table), dtype=np.int64)
        for chosen in product(*(range(self.axes[name].holds.shape[0]) for name in groups)):
            entry = dict(zip(groups, chosen, strict=True))
            inside = np.ones(behind.children.shape, dtype=np.bool_)
            codes = np.zeros(behind.children.shape, dtype=np.int64)
            for name, column in zip(table, atoms, strict=True):
                if name in entry:
                    inside &= self.axes[name].holds[entry[name]][column]
                else:
                    codes = codes * self.size[name] + column
            part = found[tuple(entry.get(name, slice(None)) for name in table)]
            pairs = np.unique(np.stack([codes[inside], behind.children[inside]]), axis=1)
            counted = np.bincount(pairs[0], minlength=part.size).reshape(part.shape)
            found[tuple(entry.get(name, slice(None)) for name in table)] = counted
        return found
