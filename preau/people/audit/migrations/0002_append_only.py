from django.db import migrations

from preau.people.audit.append_only import protect


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]

    operations = [migrations.RunPython(protect, migrations.RunPython.noop)]
