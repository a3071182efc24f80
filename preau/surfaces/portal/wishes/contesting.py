"""« Ce n’est pas juste » : a person is asked to look again; the receipt, the day of the answer, then the answer."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from preau.foundation.lifecycle import NotNow
from preau.offer.campaigns.appealing import asked_by_account, contest, withdraw_appeal
from preau.offer.campaigns.enums import AppealGround
from preau.offer.campaigns.errors import NotReady
from preau.offer.campaigns.letters import write_letter
from preau.offer.campaigns.models import Appeal, Application
from preau.offer.campaigns.remedies import answer_due, ask_until
from preau.offer.campaigns.replies import answer_letter, receipt_letter
from preau.offer.campaigns.wording import told_to, ways_of
from preau.people.households.doors import adult_of
from preau.people.households.enums import Channel
from preau.people.households.rights import Act
from preau.surfaces.portal.doors import guardian, may
from preau.surfaces.portal.wishes.letters import addressee_of, as_pdf, load_told
from preau.surfaces.shell.request import hand


class AppealForm(forms.Form):
    ground = forms.ChoiceField(
        label=gettext_lazy("Ce qui ne va pas"),
        choices=[(value, capfirst(label)) for value, label in AppealGround.choices],
        widget=forms.RadioSelect,
    )
    words = forms.CharField(
        label=gettext_lazy("Dites-le avec vos mots"),
        widget=forms.Textarea(attrs={"rows": 6}),
        max_length=4000,
        help_text=gettext_lazy(
            "Seules les personnes de l’accueil qui réexaminent la demande le liront. L’autre foyer de l’enfant, non."
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def wishes_review(request: HttpRequest, slug: str, child: UUID) -> HttpResponse:
    posted = request.method == "POST"
    application = load_told(request, slug, child, Act.REGISTER if posted else Act.READ)
    account = guardian(request)
    form = AppealForm(request.POST if posted else None)
    problems: list[str] = []
    if posted and form.is_valid():
        alone = application.child.account_id == account.pk
        try:
            contest(
                application,
                **form.cleaned_data,
                asked_by=None if alone else adult_of(account),
                channel=Channel.ONLINE,
                hand=hand(request),
            )
        except NotReady as wrong:
            problems = wrong.sentences
        else:
            messages.success(request, _("Votre demande est reçue. Gardez son récépissé."))
            return redirect("portal:wishes_review", slug, child)
    context = _context(request, application) | {"form": form, "problems": problems}
    return render(request, "portal/wishes/review.html", context, status=422 if problems or form.errors else 200)


@require_POST
def wishes_review_withdrawal(request: HttpRequest, slug: str, child: UUID, key: UUID) -> HttpResponse:
    application = load_told(request, slug, child)
    try:
        withdraw_appeal(_mine(request, application, key), hand=hand(request))
    except NotNow:
        messages.warning(request, _("La ville a déjà répondu : il n’y a plus rien à retirer."))
    else:
        messages.success(request, _("Votre demande de nouvel examen est retirée."))
    return redirect("portal:wishes_review", slug, child)


@require_safe
def wishes_review_letter(request: HttpRequest, slug: str, child: UUID, key: UUID, what: str) -> HttpResponse:
    """« recepisse », then « reponse »."""
    application = load_told(request, slug, child)
    appeal = _mine(request, application, key)
    if what not in ("recepisse", "reponse") or (what == "reponse" and appeal.answered_on is None):
        raise Http404
    written = receipt_letter if what == "recepisse" else answer_letter
    return as_pdf(write_letter(written(appeal, application, addressee_of(request, application))), what)


def _mine(request: HttpRequest, application: Application, key: UUID) -> Appeal:
    return get_object_or_404(asked_by_account(application, guardian(request)), key=key)


def _context(request: HttpRequest, application: Application) -> dict[str, object]:
    mine = list(asked_by_account(application, guardian(request)))
    today = timezone.localdate()
    told = told_to(application)
    last = ask_until(told)
    return {
        "campaign": application.campaign,
        "child": application.child,
        "appeals": mine,
        "may_ask": may(request, application.child, Act.REGISTER) and all(each.withdrawn_on for each in mine),
        "last": last,
        "is_late": today > last,
        "due": answer_due(today),
        "others": ways_of(application.campaign, told)[1:],
    }
