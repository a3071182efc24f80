"""Why an import does not happen. Each carries ``sentence``, in French, for the person who asked."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext as _

from preau.foundation.text.days import french_day

if TYPE_CHECKING:
    from preau.town.opendata.models import ImportRun
    from preau.town.opendata.outlook import Outlook


class ImportRefused(Exception):
    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class AlreadyRunning(ImportRefused):
    """Another import of the same kind is under way."""

    def __init__(self) -> None:
        super().__init__(_("Un autre import de ce type est en cours. Attendez qu’il se termine, puis recommencez."))


class ManyWouldGo(ImportRefused):
    """More than half of what is known would be marked as gone: the file may be cut off, or of another town."""

    def __init__(self, outlook: Outlook) -> None:
        super().__init__(
            _(
                "Ce fichier ferait disparaître %(gone)d des %(known)d fiches connues : il est peut-être incomplet, "
                "ou d’une autre ville. Rien n’a été changé. Confirmez si c’est bien ce que vous voulez."
            )
            % {"gone": outlook.counts.gone, "known": outlook.known}
        )
        self.outlook = outlook


class NoSuchFilter(ImportRefused):
    """Lines of this kind do not say in which town they are."""

    def __init__(self) -> None:
        super().__init__(_("Ce type de fichier ne dit pas la commune de chaque ligne : il se prend en entier."))


class NotUndoable(ImportRefused):
    pass


class UndoLaterFirst(NotUndoable):
    """A later import built on this one. ``later`` is the one to undo first."""

    def __init__(self, later: ImportRun) -> None:
        super().__init__(
            _("Un import plus récent du même type, celui du %(when)s, doit être annulé d’abord.")
            % {"when": moment(later.started_at)}
        )
        self.later = later


class ImportMoved(Exception):
    """The import was confirmed, abandoned or undone meanwhile (another tab, another person)."""


def moment(at: datetime) -> str:
    """``24 novembre 2026 à 10 h 30``."""
    local = timezone.localtime(at)
    return f"{french_day(local.date())} à {local:%-H h %M}"
