"""Any filter as something to subscribe to: the sessions in a calendar, the news in a feed reader."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Rss201rev2Feed
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from preau.offer.activities.calendars import sessions_feed
from preau.offer.activities.models import Activity
from preau.offer.finding.answer import Answer
from preau.offer.finding.looking import look_up
from preau.offer.finding.queries import whole_rows_of
from preau.offer.finding.selection import Selection, read_selection
from preau.people.organisations.models import Commune
from preau.surfaces.public.calendars.serving import feed_response, stamp

from .filters import chips_of
from .views import the_town
from .wording import age_words, when_words

MOST_IN_A_CALENDAR, MOST_NEWS = 300, 40


@dataclass(frozen=True)
class Followed:
    """A filter that somebody follows: what it finds now, and the page that shows the same."""

    commune: Commune
    found: Answer
    page: str

    @property
    def title(self) -> str:
        """``À faire à Clairval : 7 ans, mercredi``."""
        labels = ", ".join(chip.label for chip in chips_of(self.found))
        named = _("À faire à %(town)s") % {"town": self.commune.name}
        return f"{named}\u00a0: {labels}" if labels else named


def followed(request: HttpRequest) -> Followed:
    """Without the quotient, whoever put it there: a feed is read by machines that nobody knows."""
    town = the_town()
    asked, _ignored = read_selection(request.GET)
    found = look_up(town, asked.shared, now=timezone.localtime())
    return Followed(town, found, request.build_absolute_uri(_page(found.selection)))


@login_not_required
@require_safe
def sessions(request: HttpRequest) -> HttpResponse:
    """The sessions of the first entries that the filter finds."""
    asked = followed(request)
    activities = whole_rows_of(each.pk for each in asked.found.page(MOST_IN_A_CALENDAR))

    def address_of(activity: Activity) -> str:
        return request.build_absolute_uri(reverse("public:entry", args=[activity.slug]))

    feed = sessions_feed(asked.title, activities, url=asked.page, address_of=address_of, now=stamp())
    return feed_response(request, feed, "activites.ics")


class News(Feed):  # type: ignore[type-arg]
    """What was published or changed last, among what the filter finds."""

    feed_type = Rss201rev2Feed

    def get_object(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Followed:
        return followed(request)

    def title(self, asked: Followed) -> str:
        return asked.title

    def link(self, asked: Followed) -> str:
        return asked.page

    def feed_url(self, asked: Followed) -> str:
        query = asked.found.selection.query_string
        return reverse("public:news_feed") + (f"?{query}" if query else "")

    def description(self, asked: Followed) -> str:
        return _("Les activités publiées ou changées en dernier.")

    def feed_copyright(self) -> str:
        return _("Licence Ouverte 2.0")

    def items(self, asked: Followed) -> list[Activity]:
        entries = [asked.found.index.entries[number] for number in asked.found.order]
        entries.sort(key=lambda each: each.changed_at or datetime.min.replace(tzinfo=UTC), reverse=True)
        return whole_rows_of(each.pk for each in entries[:MOST_NEWS])

    def item_title(self, item: Activity) -> str:
        return item.title

    def item_description(self, item: Activity) -> str:
        when = " · ".join(when_words(item.slots.all()))
        ages = age_words(item.age_min, item.age_max)
        return "\u00a0— ".join(each for each in (item.summary, when, ages) if each)

    def item_link(self, item: Activity) -> str:
        return reverse("public:entry", args=[item.slug])

    def item_guid(self, item: Activity) -> str:
        """A change is news: readers show again what has another number."""
        return f"activite-{item.pk}-{item.updated_at:%Y%m%d%H%M%S}@preau"

    item_guid_is_permalink = False

    def item_author_name(self, item: Activity) -> str:
        return item.organisation.name

    def item_pubdate(self, item: Activity) -> datetime:
        return item.updated_at

    def item_categories(self, item: Activity) -> tuple[str, ...]:
        return (str(item.get_domain_display()),)


news = login_not_required(require_safe(News()))


def _page(asked: Selection) -> str:
    query = asked.query_string
    return reverse("public:catalogue") + (f"?{query}" if query else "")
