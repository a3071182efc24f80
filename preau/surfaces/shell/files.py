"""How a stored file leaves: always as something to save, never as something the browser would run."""

from __future__ import annotations

from django.http import FileResponse, Http404

from preau.people.files.models import StoredFile


def send_file(stored: StoredFile) -> FileResponse:
    """Streams the file. The caller has already checked that the person may read what it belongs to."""
    try:
        content = stored.open()
    except FileNotFoundError as missing:
        raise Http404 from missing
    response = FileResponse(content, as_attachment=True, filename=stored.name, content_type=stored.media_type)
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response
