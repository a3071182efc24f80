"""What is done inside a label's file: proofs, checks, milestones."""

from __future__ import annotations

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from preau.people.files.errors import FileRefused
from preau.plan.labels import milestones, proving
from preau.plan.labels.errors import FileClosed, NoProof
from preau.plan.labels.models import Criterion, LabelFile, LabelMilestone, LabelProof
from preau.plan.labels.permissions import LABELS
from preau.plan.labels.queries import files
from preau.surfaces.shell.files import send_file
from preau.surfaces.shell.request import hand, load
from preau.surfaces.workspace.labels.forms import MilestoneForm, ProofForm
from preau.surfaces.workspace.labels.views.labels import closed_sentence, show, shown_sheets


@require_POST
def proof_addition(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    file = load(request, LABELS, "prove", files(), pk=pk)
    criterion = _criterion(file, number)
    form = ProofForm(request.POST, request.FILES, number=number, sheets=shown_sheets(request, file))
    if not form.is_valid():
        return show(request, file, proof=form, opened=number)
    try:
        proving.add_proof(
            file,
            criterion,
            sentence=form.cleaned_data["sentence"],
            upload=form.upload,
            sheet=form.cleaned_data.get("sheet"),
            hand=hand(request),
        )
    except FileRefused as refused:
        form.add_error("document", str(refused))
        return show(request, file, proof=form, opened=number)
    except FileClosed:
        messages.warning(request, closed_sentence())
        return redirect("workspace:label", pk)
    messages.success(request, _("La preuve est ajoutée."))
    return _at(pk, number)


@require_POST
def criterion_check(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """``met`` is "1" to say that the proofs are enough, anything else to look again."""
    file = load(request, LABELS, "prepare", files(), pk=pk)
    criterion = _criterion(file, number)
    try:
        (proving.check if request.POST.get("met") == "1" else proving.uncheck)(file, criterion, hand=hand(request))
    except NoProof:
        messages.warning(request, _("Ajoutez d’abord une preuve à ce critère."))
    except FileClosed:
        messages.warning(request, closed_sentence())
    return _at(pk, number)


@require_POST
def proof_removal(request: HttpRequest, pk: int, proof: int) -> HttpResponse:
    file = load(request, LABELS, "prove", files(), pk=pk)
    found = _proof(file, proof)
    number = found.criterion.number
    try:
        proving.remove_proof(found, hand=hand(request))
    except FileClosed:
        messages.warning(request, closed_sentence())
    else:
        messages.success(request, _("La preuve est retirée."))
    return _at(pk, number)


@require_GET
def proof_document(request: HttpRequest, pk: int, proof: int) -> FileResponse:
    file = load(request, LABELS, "read_proofs", files(), pk=pk)
    document = _proof(file, proof).document
    if document is None:
        raise Http404
    return send_file(document)


@require_POST
def milestone_addition(request: HttpRequest, pk: int) -> HttpResponse:
    file = load(request, LABELS, "prepare", files(), pk=pk)
    form = MilestoneForm(request.POST)
    if not form.is_valid():
        return show(request, file, milestone=form)
    try:
        milestones.add_milestone(file, form.cleaned_data["name"], form.cleaned_data["due_on"], hand=hand(request))
    except FileClosed:
        messages.warning(request, closed_sentence())
    return _at_milestones(pk)


@require_POST
def milestone_change(request: HttpRequest, pk: int, milestone: int) -> HttpResponse:
    """``act``: done, again, remove."""
    file = load(request, LABELS, "prepare", files(), pk=pk)
    found = LabelMilestone.objects.select_related("file").filter(file=file, pk=milestone).first()
    acts = {"done": milestones.finish, "again": milestones.take_up_again, "remove": milestones.remove_milestone}
    act = acts.get(request.POST.get("act", ""))
    if found is None or act is None:
        raise Http404
    try:
        act(found, hand=hand(request))
    except FileClosed:
        messages.warning(request, closed_sentence())
    return _at_milestones(pk)


def _criterion(file: LabelFile, number: int) -> Criterion:
    found = file.version.criteria.filter(number=number).first()
    if found is None:
        raise Http404
    return found


def _proof(file: LabelFile, pk: int) -> LabelProof:
    found = LabelProof.objects.select_related("criterion", "document", "file").filter(file=file, pk=pk).first()
    if found is None:
        raise Http404
    return found


def _at(pk: int, number: int) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("workspace:label", args=[pk]) + f"#critere-{number}")


def _at_milestones(pk: int) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("workspace:label", args=[pk]) + "#jalons")
