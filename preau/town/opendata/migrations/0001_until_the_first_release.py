import django.core.serializers.json
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from preau.foundation.newtables import NewTables


class Migration(migrations.Migration):

    replaces = [('opendata', '0001_first')]

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('organisations', '0001_until_the_first_release'),
    ]

    operations = [
        NewTables(
            models=[
                migrations.CreateModel(
                    name='ImportRun',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('commune', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.commune')),
                        ('source', models.CharField(max_length=40, verbose_name='type de fichier')),
                        ('file_name', models.CharField(max_length=160, verbose_name='nom du fichier')),
                        ('file_size', models.PositiveBigIntegerField(default=0, verbose_name='taille en octets')),
                        ('sha256', models.CharField(blank=True, max_length=64, verbose_name='empreinte')),
                        ('upload', models.CharField(blank=True, max_length=80, verbose_name='fichier en attente')),
                        ('state', models.CharField(choices=[('received', 'en cours de lecture'), ('previewed', 'à confirmer'), ('confirmed', 'confirmé, va commencer'), ('running', 'en cours'), ('done', 'importé'), ('refused', 'fichier refusé'), ('abandoned', 'abandonné'), ('interrupted', 'interrompu'), ('undone', 'annulé')], default='running', max_length=12, verbose_name='état')),
                        ('started_at', models.DateTimeField(verbose_name='commencé le')),
                        ('ended_at', models.DateTimeField(blank=True, null=True, verbose_name='terminé le')),
                        ('by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('options', models.JSONField(blank=True, default=dict, verbose_name='choix')),
                        ('outlook', models.JSONField(blank=True, default=dict, verbose_name='aperçu')),
                        ('notes', models.JSONField(blank=True, default=list, verbose_name='remarques de lecture')),
                        ('error', models.TextField(blank=True, verbose_name='raison du refus')),
                        ('progress', models.PositiveSmallIntegerField(default=0, verbose_name='part du fichier déjà lue, en pour cent')),
                        ('read', models.PositiveIntegerField(default=0, verbose_name='lignes lues')),
                        ('created', models.PositiveIntegerField(default=0, verbose_name='ajoutées')),
                        ('updated', models.PositiveIntegerField(default=0, verbose_name='modifiées')),
                        ('unchanged', models.PositiveIntegerField(default=0, verbose_name='inchangées')),
                        ('back', models.PositiveIntegerField(default=0, verbose_name='revenues')),
                        ('gone', models.PositiveIntegerField(default=0, verbose_name='disparues')),
                        ('outside', models.PositiveIntegerField(default=0, verbose_name='hors de la ville')),
                        ('ignored', models.PositiveIntegerField(default=0, verbose_name='sans objet ici')),
                        ('repeated', models.PositiveIntegerField(default=0, verbose_name='en double, identiques')),
                        ('refused', models.PositiveIntegerField(default=0, verbose_name='refusées')),
                        ('undone_at', models.DateTimeField(blank=True, null=True, verbose_name='annulé le')),
                        ('undone_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'verbose_name': 'import de données ouvertes',
                        'ordering': ['-started_at', '-pk'],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('state', 'running')), fields=('commune', 'source'), name='one_import_of_a_source_at_a_time'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'undone'), ('undone_at__isnull', False)), models.Q(models.Q(('state', 'undone'), _negated=True), ('undone_at__isnull', True)), _connector='OR'), name='an_undone_import_says_when')],
                        'indexes': [models.Index(fields=['commune', 'source', '-started_at'], name='opendata_im_commune_8aae5e_idx')],
                    },
                ),
                migrations.CreateModel(
                    name='ImportChange',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('run', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='changes', to='opendata.importrun')),
                        ('kind', models.CharField(choices=[('created', 'ajouté'), ('updated', 'modifié'), ('back', 'revenu'), ('gone', 'disparu')], max_length=8, verbose_name='ce qui s’est passé')),
                        ('table', models.CharField(max_length=60, verbose_name='table')),
                        ('row', models.BigIntegerField(verbose_name='clé de la ligne')),
                        ('before', models.JSONField(default=dict, encoder=django.core.serializers.json.DjangoJSONEncoder, verbose_name='valeurs d’avant')),
                    ],
                    options={
                        'verbose_name': 'changement d’un import',
                        'constraints': [models.UniqueConstraint(fields=('run', 'table', 'row'), name='a_row_changes_once_by_import')],
                    },
                ),
                migrations.CreateModel(
                    name='ImportRefusal',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('run', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='refusals', to='opendata.importrun')),
                        ('line', models.PositiveIntegerField(verbose_name='ligne')),
                        ('column', models.CharField(blank=True, max_length=120, verbose_name='colonne')),
                        ('value', models.CharField(blank=True, max_length=200, verbose_name='valeur')),
                        ('reason', models.TextField(verbose_name='raison')),
                    ],
                    options={
                        'verbose_name': 'ligne refusée',
                        'verbose_name_plural': 'lignes refusées',
                        'ordering': ['line', 'pk'],
                    },
                ),
            ],
        ),
    ]
