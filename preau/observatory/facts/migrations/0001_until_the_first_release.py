import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from preau.foundation.newtables import NewTables


class Migration(migrations.Migration):

    replaces = [('facts', '0001_first')]

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        NewTables(
            models=[
                migrations.CreateModel(
                    name='FactsSnapshot',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('state', models.CharField(choices=[('waiting', 'demandé'), ('running', 'en cours'), ('done', 'terminé'), ('failed', 'arrêté'), ('cancelled', 'annulé')], default='waiting', max_length=10, verbose_name='état')),
                        ('folder', models.CharField(blank=True, max_length=40, verbose_name='dossier')),
                        ('progress', models.PositiveSmallIntegerField(default=0, verbose_name='part déjà relevée, en pour cent')),
                        ('rows', models.PositiveBigIntegerField(default=0, verbose_name='lignes')),
                        ('tables', models.JSONField(blank=True, default=dict, verbose_name='lignes par table')),
                        ('made', models.PositiveIntegerField(default=0, verbose_name='parties relevées')),
                        ('kept', models.PositiveIntegerField(default=0, verbose_name='parties inchangées')),
                        ('error', models.CharField(blank=True, max_length=300, verbose_name='raison de l’arrêt')),
                        ('by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('asked_at', models.DateTimeField(verbose_name='demandé le')),
                        ('started_at', models.DateTimeField(blank=True, null=True, verbose_name='commencé le')),
                        ('ended_at', models.DateTimeField(blank=True, null=True, verbose_name='terminé le')),
                    ],
                    options={
                        'verbose_name': 'relevé',
                        'ordering': ['-asked_at', '-pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('state__in', ['waiting', 'running', 'done', 'failed', 'cancelled'])), name='snapshot_state_is_known'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'done'), _negated=True), models.Q(models.Q(('folder', ''), _negated=True), ('ended_at__isnull', False)), _connector='OR'), name='a_snapshot_that_is_done_has_its_files')],
                    },
                ),
            ],
        ),
    ]
