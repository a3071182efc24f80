from __future__ import annotations

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from preau.plan.structure.enums import ItemKind
from preau.plan.structure.state import ItemState

_IN_ROWS = (ItemKind.OPERATIONAL_OBJECTIVE, ItemKind.EXPECTED_EFFECT)


class PlanItemQuerySet(models.QuerySet["PlanItem"]):
    def present(self) -> PlanItemQuerySet:
        """Those that nobody has taken out."""
        return self.filter(removed_at__isnull=True)

    def of_kind(self, *kinds: ItemKind) -> PlanItemQuerySet:
        return self.filter(kind__in=kinds)

    def in_order(self) -> PlanItemQuerySet:
        return self.order_by("position", "pk")


class PlanItem(models.Model):
    """An axis, a general objective, an operational objective or an expected effect.

    One table, because drafting, history, import and the Word round trip treat the four alike. ``code`` is for people
    and never given to another item; ``uid`` is the mark that follows the item into Word and back. ``text`` is the
    document's wording, verbatim. ``version`` grows with each change, so that two people never overwrite each other.
    ``position`` is a fraction where an item was set between two others. ``predecessor`` is the item of the plan
    before this one that it comes from.
    """

    plan = models.ForeignKey("plan.TerritorialEducationPlan", models.CASCADE, related_name="items")
    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(_("nature"), max_length=24, choices=ItemKind)
    code = models.CharField(_("repère"), max_length=24)
    parent = models.ForeignKey("self", models.CASCADE, null=True, related_name="children")
    row = models.ForeignKey("plan.PlanRow", models.CASCADE, null=True, related_name="items")
    position = models.FloatField(_("ordre"))
    text = models.TextField(_("texte"))
    sub_points = models.JSONField(_("points de détail"), default=list, blank=True)
    summary = models.CharField(_("en clair"), max_length=300, blank=True)
    note = models.TextField(_("note"), blank=True)
    owner = models.ForeignKey(
        "organisations.Organisation", models.SET_NULL, null=True, blank=True, related_name="plan_items"
    )
    horizon_on = models.DateField(_("échéance"), null=True, blank=True)
    is_bulleted = models.BooleanField(_("précédé d’une puce"), default=True)
    source_line = models.PositiveIntegerField(_("ligne du document"), null=True, blank=True)
    version = models.PositiveIntegerField(_("version"), default=1)
    removed_at = models.DateTimeField(_("retiré le"), null=True, blank=True)
    predecessor = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="successors")

    objects = PlanItemQuerySet.as_manager()

    class Meta:
        verbose_name = _("élément du projet")
        constraints = [
            models.UniqueConstraint(fields=["plan", "code"], name="item_code_once_by_plan"),
            models.CheckConstraint(
                condition=models.Q(kind=ItemKind.AXIS, parent__isnull=True)
                | (~models.Q(kind=ItemKind.AXIS) & models.Q(parent__isnull=False)),
                name="only_an_axis_has_no_parent",
            ),
            models.CheckConstraint(
                condition=models.Q(kind__in=_IN_ROWS, row__isnull=False)
                | (~models.Q(kind__in=_IN_ROWS) & models.Q(row__isnull=True)),
                name="objectives_and_effects_stand_in_a_row",
            ),
        ]
        indexes = [models.Index(fields=["plan", "kind", "position"])]

    def __str__(self) -> str:
        return f"{self.code} {self.text[:60]}"

    @property
    def is_objective(self) -> bool:
        return self.kind == ItemKind.OPERATIONAL_OBJECTIVE

    @property
    def axis_number(self) -> int:
        """1 for A1.G2.O3: the number and colour that the axis has everywhere."""
        return int(self.code.split(".")[0].lstrip("A"))

    @property
    def slug(self) -> str:
        return self.code.lower().replace(".", "-")

    @property
    def state(self) -> ItemState:
        """Its facts, without a database number. Reads ``parent``, ``row`` and ``owner``."""
        return ItemState(
            uid=self.uid.hex,
            kind=self.kind,
            code=self.code,
            parent=self.parent.code if self.parent else "",
            row=self.row.code if self.row else "",
            position=float(self.position),
            text=self.text,
            sub_points=tuple(self.sub_points),
            summary=self.summary,
            note=self.note,
            owner=self.owner.slug if self.owner else "",
            horizon_on=self.horizon_on.isoformat() if self.horizon_on else "",
            is_bulleted=self.is_bulleted,
            removed=self.removed_at is not None,
        )
