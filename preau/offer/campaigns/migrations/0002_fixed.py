from django.db import migrations

from preau.offer.campaigns.frozen import protect


class Migration(migrations.Migration):
    dependencies = [("campaigns", "0001_first")]

    operations = [migrations.RunPython(protect, migrations.RunPython.noop)]
