from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from preau.foundation.design.gallery import ExampleForm, examples


@login_not_required
def gallery(request: HttpRequest) -> HttpResponse:
    """Every component in every state, with plain and with extreme content."""
    wrong = ExampleForm({"title": "", "email": "nadia arobase ville", "kind": "school"})
    wrong.is_valid()
    return render(request, "gallery/gallery.html", {**examples(), "form": ExampleForm(), "wrong_form": wrong})
