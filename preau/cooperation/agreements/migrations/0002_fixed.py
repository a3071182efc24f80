from django.db import migrations

from preau.cooperation.agreements.frozen import protect


class Migration(migrations.Migration):
    dependencies = [("agreements", "0001_first")]

    operations = [migrations.RunPython(protect, migrations.RunPython.noop)]
