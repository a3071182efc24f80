"""Plays a published allocation again, without the program that made it: the standard library, and one rule at a time.

    python replay.py FILE

Written from docs/decisions/0025 only. Slow on purpose: each offer chooses again among all who ever asked.
Says what differs, and ends with 1 when something does.
"""

import hashlib
import hmac
import json
import sys


def sha(text):
    return hashlib.sha256(text.encode()).hexdigest()


def dumps(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def canonical(document):
    def lines(value):
        listed = isinstance(value, list) and value
        return "[\n" + ",\n".join(map(dumps, value)) + "\n]" if listed else dumps(value)

    return "{" + ",\n".join(f"{dumps(key)}:{lines(value)}" for key, value in document.items()) + "}\n"


class Town:
    def __init__(self, file):
        self.rules, draw = file["rules"], file["draw"]
        self.offers = {offer["key"]: offer for offer in file["offers"]}
        self.children = {child["key"]: child for child in file["applications"]}
        seed = hashlib.sha256(f"{draw['secret']}:{draw['public_number'].strip()}".encode()).digest()
        self.drawn, self.own = {}, {}
        for key, child in self.children.items():
            shared = child["group"] if child["group"] and child["together"] else key
            self.drawn[key] = hmac.new(seed, shared.encode(), "sha256").hexdigest()
            self.own[key] = hmac.new(seed, key.encode(), "sha256").hexdigest()
        line = sorted(self.children, key=lambda key: (self.drawn[key], self.own[key], key))
        self.number = {key: place for place, key in enumerate(line, 1)}
        self.travel = {frozenset(each[:2]): each[2] for each in self.rules["travel"]}
        self.places = {key: {} for key in self.children}  # child → offer → (wish, turn)
        self.seat = {}  # (child, offer) → (kind, criterion)
        self.left = {key: self.slots(offer) for key, offer in self.offers.items()}

    def facts(self, child, offer):
        return {*self.children[child]["facts"], *self.children[child]["facts_at"].get(offer, [])}

    def klass(self, facts):
        fits = (place for place, needed in enumerate(self.rules["classes"]) if set(needed) <= facts)
        return next(fits, len(self.rules["classes"]))

    def order(self, child, offer):
        return self.klass(self.facts(child, offer)), self.number[child]

    def slots(self, offer):
        """[seats, criterion or None, is hard]: before, open, after."""
        before, after = [], []
        for each in offer["reserves"]:
            first = {"before": each["seats"], "after": 0, "both": (each["seats"] + 1) // 2}[each["order"]]
            hard = each["kind"] == "hard"
            before.append([first, each["criterion"], hard])
            after.append([each["seats"] - first, each["criterion"], hard])
        return [*before, [offer["seats"] - sum(each["seats"] for each in offer["reserves"]), None, False], *after]

    def choose(self, offer, children, take=False):
        line, chosen = sorted(children, key=lambda child: self.order(child, offer)), {}
        slots = self.left[offer] if take else [list(slot) for slot in self.left[offer]]
        for slot in slots:
            for child in line:
                if slot[0] and child not in chosen and (slot[1] is None or slot[1] in self.facts(child, offer)):
                    slot[0] -= 1
                    chosen[child] = ("reserved_seat", slot[1]) if slot[1] else ("open_seat", "")
        for child in line:
            free = [slot for slot in reversed(slots) if slot[0] and not slot[2]]
            if child not in chosen and free:
                free[0][0] -= 1
                chosen[child] = ("released_seat", "")
        return chosen

    def clash(self, one, other):
        here, there = self.offers[one], self.offers[other]
        far = here["place"] and there["place"] and here["place"] != there["place"]
        walk = self.travel.get(frozenset((here["place"], there["place"])), self.rules["travel_minutes"]) if far else 0
        return one == other or any(
            a[0] == b[0] and a[1] < b[2] + walk and b[1] < a[2] + walk for a in here["spans"] for b in there["spans"]
        )

    def count(self, child):
        return len({wish for wish, _ in self.places[child].values()})

    def rows(self, child):
        """What a child may still ask for: {"ranks": (child, wish)…, "seats": (child, offer)…, "whole"}, best first."""
        taken, done = self.places[child], {wish for wish, _ in self.places[child].values()}
        for number, wish in enumerate(self.children[child]["wishes"]):
            free = [offer for offer in wish["offers"] if not any(self.clash(offer, each) for each in taken)]
            whole = len(wish["offers"]) == 1 or not wish["part_is_fine"]
            if number not in done and free and (free == wish["offers"] or not whole):
                yield {"ranks": ((child, number),), "seats": [(child, offer) for offer in free], "whole": whole}

    def shared_rows(self, group):
        best = []
        for child in group:
            best.append({})
            for row in self.rows(child):
                wish = self.children[child]["wishes"][row["ranks"][0][1]]
                if len(wish["offers"]) == len(row["seats"]):
                    named = [self.offers[offer] for offer in wish["offers"]]
                    word = tuple(sorted((bool(each["beside"]), each["beside"] or each["key"]) for each in named))
                    best[-1].setdefault(word, row)
        rows = [[own[word] for own in best] for word in best[0] if all(word in own for own in best)]
        for some in sorted(rows, key=lambda some: (sum(r := ranks(some)), max(r), r)):
            yield {
                "ranks": tuple(row["ranks"][0] for row in some),
                "seats": [seat for row in some for seat in row["seats"]],
                "whole": True,
            }

    def asker(self, children, rows, quota, apart=()):
        new = {"at": 0, "held": set(), "refused": set(), "passed": {}, "parted": False}
        return {"children": children, "rows": list(rows), "quota": quota, "apart": list(apart), **new}

    def askers(self, limit, late):
        quota = {key: min(limit, each["most"]) - self.count(key) for key, each in self.children.items()}
        groups = {}
        for key in sorted(self.children, key=self.number.get):
            if self.children[key]["group"] and self.children[key]["together"]:
                groups.setdefault(self.children[key]["group"], []).append(key)
        groups = [each for each in groups.values() if len(each) > 1 and all(quota[key] > 0 for key in each)]
        members = {key for group in groups for key in group}
        alone = {key: self.asker([key], self.rows(key), left) for key, left in quota.items() if left > 0}
        askers = [
            self.asker(group, self.shared_rows(group), min(quota[key] for key in group), [alone[key] for key in group])
            for group in groups
        ]
        askers += [each for key, each in alone.items() if key not in members]

        def place(asker):
            child = asker["children"][0]
            simple = asker["quota"] == 1 and not asker["apart"] and single(self.children[child])
            worst = max(self.klass({*self.children[key]["facts"]}) for key in asker["children"])
            return (
                not simple,
                any(key in late for key in asker["children"]),
                worst,
                [self.number[key] for key in asker["children"]],
            )

        return sorted(askers, key=place)

    def play(self, turn, limit):
        late, banned, retried = set(), set(), set()
        while True:
            self.kept, self.owner, self.broken = {offer: set() for offer in self.offers}, {}, set()
            askers, began = self.askers(limit, late), False
            for asker in askers:
                if self.broken and any(key in late for key in asker["children"]) and not began:
                    break
                began = any(key in late for key in asker["children"])
                self.waiting = [asker]
                while self.waiting:
                    self.ask(self.waiting.pop(), banned)
            if self.broken:
                again = {row for row in self.broken if not any(child in late for child, _ in row)}
                banned |= self.broken - again
                late |= {child for row in again for child, _ in row}
                continue
            everybody = [each for asker in askers for each in [asker, *(asker["apart"] if asker["parted"] else [])]]
            wanted = {
                asker["rows"][place]["ranks"]
                for asker in everybody
                for place in asker["refused"]
                if asker["rows"][place]["ranks"] in banned and self.still_wants(asker, place)
            }
            if wanted <= retried:
                break
            banned -= wanted - retried
            retried |= wanted
        for offer, children in self.kept.items():
            for child, seat in self.choose(offer, children, take=True).items():
                asker, place = self.owner[child, offer]
                self.places[child][offer] = (dict(asker["rows"][place]["ranks"])[child], turn)
                self.seat[child, offer] = seat
        return bool(self.owner)

    def fits(self, row):
        return all(
            child in self.choose(offer, self.kept[offer] | {c for c, o in row["seats"] if o == offer})
            for child, offer in row["seats"]
        )

    def ask(self, asker, banned):
        while len(asker["held"]) < asker["quota"]:
            place = asker["at"]
            if place == len(asker["rows"]):
                if not asker["held"] and asker["apart"]:
                    asker["parted"] = True
                    self.waiting += reversed(asker["apart"])
                return
            row, asker["at"] = asker["rows"][place], place + 1
            odds = {
                held
                for held in asker["held"]
                for c, o in row["seats"]
                if any(c == child and self.clash(o, offer) for child, offer in asker["rows"][held]["seats"])
            }
            seats = [seat for seat in row["seats"] if self.fits({"seats": [seat]})]
            if row["whole"]:
                seats = row["seats"] if self.fits(row) else []
            if odds:
                asker["passed"][place] = odds
            elif row["ranks"] in banned or not seats:
                asker["refused"].add(place)
            else:
                asker["held"].add(place)
                self.owner.update(dict.fromkeys(seats, (asker, place)))
                for child, offer in seats:
                    self.kept[offer].add(child)
                    away = self.kept[offer] - self.choose(offer, self.kept[offer]).keys()
                    self.kept[offer] -= away
                    for gone in sorted(away, key=lambda gone: self.order(gone, offer)):
                        self.lose(gone, offer)

    def lose(self, child, offer):
        if (child, offer) not in self.owner:
            return
        asker, place = self.owner.pop((child, offer))
        row = asker["rows"][place]
        others = [s for s in row["seats"] if self.owner.get(s, (None, 0))[0] is asker and self.owner[s][1] == place]
        if others and not row["whole"]:
            return
        for c, o in others:
            del self.owner[c, o]
            self.kept[o].discard(c)
        if (row["whole"] and len(row["seats"]) > 1) or any(place in odds for odds in asker["passed"].values()):
            self.broken.add(row["ranks"])
        asker["held"].discard(place)
        asker["refused"].add(place)
        self.waiting.append(asker)

    def still_wants(self, asker, place):
        less = [asker["rows"][each] for each in asker["held"] if each > place]
        less += [each["rows"][held] for each in asker["apart"] for held in each["held"]]
        seats = [seat for row in less for seat in row["seats"] if seat in self.owner]
        for child, offer in seats:
            self.kept[offer].discard(child)
        answer = self.fits(asker["rows"][place])
        for child, offer in seats:
            self.kept[offer].add(child)
        return answer


def ranks(rows):
    return tuple(row["ranks"][0][1] for row in rows)


def single(child):
    return all(len(wish["offers"]) == 1 for wish in child["wishes"])


def faults(text):
    file = json.loads(text)
    if canonical(file) != text:
        yield "the file is not written in the one way that it can be"
    body = {key: value for key, value in file.items() if key != "seal"}
    if sha(canonical(body)) != file["seal"]:
        yield "the seal is not that of the file"
    problem = {key: file[key] for key in ("format", "rules", "offers", "applications")}
    if sha(canonical(problem)) != file["fingerprint"]:
        yield "the requests are not those of the fingerprint"
    if sha(file["draw"]["secret"]) != file["draw"]["commitment"]:
        yield "the secret is not the one that was promised"
    town = Town(file)
    most, turn = max((child["most"] for child in file["applications"]), default=0), 1
    in_turns = file["rules"]["first_activity_first"]
    while (town.play(turn, turn if in_turns else most) or in_turns) and turn < most:
        turn += 1
    for line in file["applications_outcome"]:
        key = line["application"]
        if (line["number"], line["drawn"]) != (town.number[key], town.drawn[key]):
            yield f"{key}: another number was drawn"
        seated = ("open_seat", "reserved_seat", "released_seat")
        told = {
            part[0]: (wish, case["turn"], part[1], part[6])
            for wish, case in enumerate(line["wishes"])
            for part in case["parts"]
            if part[1] in seated
        }
        mine = {offer: (*where, *town.seat[key, offer]) for offer, where in town.places[key].items()}
        if told != mine:
            yield f"{key}: the file says {told}, the rules say {mine}"
    for line in file["offers_outcome"]:
        if set(line["served"]) != {key for key, places in town.places.items() if line["offer"] in places}:
            yield f"{line['offer']}: others are served"


def main():
    try:
        with open(sys.argv[1], encoding="utf-8", newline="") as file:
            found = list(faults(file.read()))
    except (ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
        found = [f"the file cannot be played: {error!r}"]
    print("\n".join(found) or "the same outcome")
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
