"""What a family must read of each of its wishes: the result, why, and what the rules hold that would change it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .criteria import CRITERIA
from .lines import Line
from .outcome import Case, Part, Reason, Result
from .problem import Rules
from .seats import OPEN, RELEASED
from .solving import Seat, Solved
from .tables import Bundle, offers_of

_SEATED = {OPEN: Reason.OPEN_SEAT, RELEASED: Reason.RELEASED_SEAT}


class Explainer:
    def __init__(self, solved: Solved, lines: Sequence[Line], rules: Rules) -> None:
        self.solved, self.tables, self.lines, self.rules = solved, solved.tables, lines, rules
        self.count = len(self.tables.applications)
        self.ranks = [{child: rank for rank, child in enumerate(line.waiting, 1)} for line in lines]

    def cases(self, child: int) -> tuple[Case, ...]:
        return tuple(self._case(child, rank, wish) for rank, wish in enumerate(self.tables.wishes[child]))

    def _case(self, child: int, rank: int, wish: int | Bundle) -> Case:
        result, reason, at_odds = self._verdict(child, rank, wish)
        parts = tuple(self._part(child, rank, offer, wish, result, reason) for offer in offers_of(wish))
        if result is Result.REFUSED:
            reason = next((part.reason for part in parts if part.reason is not Reason.OTHER_PART), Reason.OTHER_PART)
        elif result in (Result.GRANTED, Result.IN_PART):
            reason = next(part.reason for part in parts if part.reason in _SEATED_REASONS)
        return Case(
            application=self.tables.applications[child].key,
            rank=rank + 1,
            number=child + 1,
            result=result,
            reason=reason,
            parts=parts,
            turn=max((seat.turn for seat in self._seats(child, rank).values()), default=0),
            at_odds=at_odds,
        )

    def _seats(self, child: int, rank: int) -> dict[int, Seat]:
        return {offer: seat for offer, seat in self.solved.seats[child].items() if seat.rank == rank}

    def _verdict(self, child: int, rank: int, wish: int | Bundle) -> tuple[Result, Reason, tuple[str, ...]]:
        """The reason of a wish granted or refused is that of its parts."""
        seats, offers = self.solved.seats[child], offers_of(wish)
        if rank in self.solved.granted[child]:
            is_all = len(self._seats(child, rank)) == len(offers)
            return (Result.GRANTED if is_all else Result.IN_PART), Reason.OPEN_SEAT, ()
        if rank in self.solved.refused[child]:
            return Result.REFUSED, Reason.CLASS, ()
        odds = {taken for taken in seats for offer in offers if taken == offer or taken in self.tables.clashes[offer]}
        if odds:
            return Result.NOT_NEEDED, Reason.SAME_TIME, tuple(self.tables.offers[taken].key for taken in sorted(odds))
        is_passed = child in self.solved.joined and rank < max(self.solved.granted[child])
        return Result.NOT_NEEDED, Reason.TOGETHER if is_passed else Reason.BETTER_WISH, ()

    def _part(self, child: int, rank: int, offer: int, wish: int | Bundle, result: Result, why: Reason) -> Part:
        line, own = self.lines[offer], self.tables.class_of(child, offer)
        place = line.place.get(child, 0)
        seat = self._seats(child, rank).get(offer)
        reason, reserve = why, ""
        would: tuple[str, ...] = ()
        if seat is not None:
            reason = Reason.CONFIRMED if not seat.turn else _SEATED.get(seat.reserve, Reason.RESERVED_SEAT)
            reserve = self._criterion(offer, seat.reserve)
        elif result in (Result.REFUSED, Result.IN_PART):
            reason = self._refusal(child, rank, offer, line)
            would = self._would_change(child, offer, line, reason, wish)
        return Part(
            offer=line.told,
            reason=reason,
            priority_class=own + 1,
            line=place,
            of=line.told.classes[own].candidates if place else 0,
            waiting_rank=self.ranks[offer].get(child, 0),
            reserve=reserve,
            would_change=would,
        )

    def _criterion(self, offer: int, reserve: int) -> str:
        return self.tables.offers[offer].reserves[reserve].criterion if reserve >= 0 else ""

    def _refusal(self, child: int, rank: int, offer: int, line: Line) -> Reason:
        priority = self.tables.priority(child, offer)
        if not self.tables.offers[offer].seats:
            return Reason.NO_SEATS
        if offer in self.solved.seats[child] or child not in self.ranks[offer]:
            return Reason.OTHER_PART
        if line.cut_off < 0:
            return Reason.ONLY_RESERVED
        if priority < line.cut_off:
            return Reason.FIRST_ACTIVITY
        if not line.is_full and not line.told.cut_off:
            return Reason.ONLY_RESERVED if line.room else Reason.CLASS
        return Reason.DRAW if priority // self.count == line.cut_off // self.count else Reason.CLASS

    def _would_change(self, child: int, offer: int, line: Line, reason: Reason, wish: int | Bundle) -> tuple[str, ...]:
        changes = []
        if reason is Reason.DRAW:
            changes.append("draw")
        if reason in (Reason.DRAW, Reason.CLASS):
            changes += self._better_classes(child, offer, line)
        changes += self._reserves(child, offer, line)
        if isinstance(wish, Bundle) and wish.is_whole and reason is Reason.OTHER_PART:
            changes.append("part")
        if rank := self.ranks[offer].get(child, 0):
            changes.append(f"seats:{rank}")
        return tuple(changes)

    def _better_classes(self, child: int, offer: int, line: Line) -> Iterator[str]:
        """Criteria that would have put the child, with the number that it drew, before the last one served; those that
        may be told only."""
        held, own = self.tables.held(child, offer), self.tables.class_of(child, offer)
        for place, needed in enumerate(self.rules.classes[:own]):
            missing = [name for name in sorted(needed) if not held & self.tables.bits[name]]
            if all(CRITERIA[name].is_told for name in missing) and place * self.count + child < line.cut_off:
                yield f"class:{'+'.join(missing)}"

    def _reserves(self, child: int, offer: int, line: Line) -> Iterator[str]:
        """Criteria of reserves that had a seat for somebody after this child."""
        held, priority = self.tables.held(child, offer), self.tables.priority(child, offer)
        for place, reserve in enumerate(self.tables.offers[offer].reserves):
            bit = self.tables.bits[reserve.criterion]
            if held & bit or not CRITERIA[reserve.criterion].is_told:
                continue
            users = [
                self.tables.priority(other, offer)
                for other in line.served
                if self.solved.seats[other][offer].reserve == place
            ]
            if bit in line.room or (users and priority < max(users)):
                yield f"reserve:{reserve.criterion}"


_SEATED_REASONS = {Reason.OPEN_SEAT, Reason.RESERVED_SEAT, Reason.RELEASED_SEAT, Reason.CONFIRMED}
