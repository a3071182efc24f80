import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from preau.foundation.newtables import NewTables


class Migration(migrations.Migration):

    replaces = [('adoption', '0001_first')]

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('files', '0001_until_the_first_release'),
        ('plan', '0001_until_the_first_release'),
        ('versions', '0001_until_the_first_release'),
    ]

    operations = [
        NewTables(
            models=[
                migrations.CreateModel(
                    name='CouncilResolution',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('plan', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='resolution', to='plan.territorialeducationplan')),
                        ('version', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='resolution', to='versions.planversion')),
                        ('number', models.CharField(max_length=60, verbose_name='numéro de la délibération')),
                        ('decided_on', models.DateField(verbose_name='votée le')),
                        ('scan', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.storedfile')),
                        ('recorded_at', models.DateTimeField(verbose_name='enregistrée le')),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'verbose_name': 'délibération',
                        'constraints': [models.CheckConstraint(condition=models.Q(('number', ''), _negated=True), name='a_resolution_has_a_number')],
                    },
                ),
            ],
        ),
    ]
