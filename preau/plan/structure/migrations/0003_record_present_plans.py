"""Plans written before changes kept their facts: one line per item says how it stood on the day of the update."""

from django.db import migrations
from django.db.models.functions import Now


def record_present(apps, schema_editor):
    item_model, change_model = apps.get_model("plan", "PlanItem"), apps.get_model("plan", "ItemChange")
    items = item_model.objects.select_related("parent", "row", "owner").order_by("pk")
    change_model.objects.bulk_create(
        (
            change_model(item=item, kind="recorded", at=Now(), facts=_facts(item), version=item.version)
            for item in items.iterator(chunk_size=500)
        ),
        batch_size=500,
    )


def _facts(item):
    values = {
        "uid": item.uid.hex,
        "kind": item.kind,
        "code": item.code,
        "parent": item.parent.code if item.parent else "",
        "row": item.row.code if item.row else "",
        "position": float(item.position),
        "text": item.text,
        "sub_points": item.sub_points,
        "summary": item.summary,
        "note": item.note,
        "owner": item.owner.slug if item.owner else "",
        "horizon_on": item.horizon_on.isoformat() if item.horizon_on else "",
        "is_bulleted": item.is_bulleted,
        "removed": item.removed_at is not None,
    }
    return {name: [None, value] for name, value in values.items()}


class Migration(migrations.Migration):
    dependencies = [("plan", "0002_history_as_facts"), ("organisations", "0001_initial")]

    operations = [migrations.RunPython(record_present, migrations.RunPython.noop)]
