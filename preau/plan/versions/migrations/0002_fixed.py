from django.db import migrations

from preau.plan.versions.frozen import protect


class Migration(migrations.Migration):
    dependencies = [("versions", "0001_first")]

    operations = [migrations.RunPython(protect, migrations.RunPython.noop)]
