from django.db import migrations

from preau.observatory.evaluation.frozen import protect


class Migration(migrations.Migration):
    dependencies = [("evaluation", "0001_what_came_of_the_year")]

    operations = [migrations.RunPython(protect, migrations.RunPython.noop)]
