import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from preau.foundation.newtables import NewTables


class Migration(migrations.Migration):

    replaces = [('importing', '0001_initial')]

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('organisations', '0001_until_the_first_release'),
        ('plan', '0001_until_the_first_release'),
    ]

    operations = [
        NewTables(
            models=[
                migrations.CreateModel(
                    name='PlanImport',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('commune', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='imports', to='organisations.commune')),
                        ('plan', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='imports', to='plan.territorialeducationplan')),
                        ('title', models.CharField(max_length=200, verbose_name='titre')),
                        ('file_name', models.CharField(max_length=255, verbose_name='nom du fichier')),
                        ('file_format', models.CharField(max_length=10, verbose_name='format')),
                        ('file_size', models.PositiveIntegerField(verbose_name='taille en octets')),
                        ('sha256', models.CharField(max_length=64, verbose_name='empreinte')),
                        ('state', models.CharField(choices=[('in_review', 'à relire'), ('confirmed', 'confirmé'), ('abandoned', 'abandonné'), ('undone', 'annulé')], default='in_review', max_length=10, verbose_name='état')),
                        ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('started_at', models.DateTimeField(verbose_name='reçu le')),
                        ('ended_at', models.DateTimeField(blank=True, null=True, verbose_name='terminé le')),
                        ('version', models.PositiveIntegerField(default=1, verbose_name='version')),
                        ('draft_data', models.JSONField(verbose_name='compris')),
                        ('first_draft_data', models.JSONField(verbose_name='compris au départ')),
                        ('source', models.JSONField(default=list, verbose_name='lignes du document')),
                        ('decisions', models.JSONField(default=list, verbose_name='décisions prises à la relecture')),
                    ],
                    options={
                        'verbose_name': 'import',
                        'ordering': ['-started_at'],
                    },
                ),
            ],
        ),
    ]
