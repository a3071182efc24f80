import django.core.validators
import django.db.models.deletion
from django.db import migrations, models

from preau.foundation.newtables import NewTables


class Migration(migrations.Migration):

    replaces = [('areas', '0001_first'), ('areas', '0002_barriers')]

    initial = True

    dependencies = [
        ('organisations', '0001_until_the_first_release'),
    ]

    operations = [
        NewTables(
            models=[
                migrations.CreateModel(
                    name='Area',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('commune', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.commune')),
                        ('official_id', models.CharField(max_length=120, verbose_name='identifiant officiel')),
                        ('fingerprint', models.CharField(max_length=32, verbose_name='empreinte')),
                        ('gone_on', models.DateField(blank=True, null=True, verbose_name='absent depuis le')),
                        ('kind', models.CharField(choices=[('commune', 'commune'), ('quarter', 'quartier'), ('iris', 'îlot statistique (IRIS)'), ('priority', 'quartier prioritaire'), ('catchment', 'secteur scolaire'), ('water', 'fleuve, rivière ou plan d’eau')], max_length=12, verbose_name='nature')),
                        ('name', models.CharField(max_length=160, verbose_name='nom')),
                        ('insee_code', models.CharField(blank=True, max_length=5, verbose_name='commune')),
                        ('outline', models.JSONField(verbose_name='contour')),
                        ('west', models.FloatField(verbose_name='ouest')),
                        ('south', models.FloatField(verbose_name='sud')),
                        ('east', models.FloatField(verbose_name='est')),
                        ('north', models.FloatField(verbose_name='nord')),
                        ('facts', models.JSONField(blank=True, default=dict, verbose_name='autres informations')),
                    ],
                    options={
                        'verbose_name': 'territoire',
                        'ordering': ['kind', 'name'],
                        'constraints': [models.UniqueConstraint(fields=('commune', 'kind', 'official_id'), name='area_once_by_commune'), models.CheckConstraint(condition=models.Q(('south__lte', models.F('north')), ('west__lte', models.F('east'))), name='area_box_is_a_box')],
                    },
                ),
                migrations.CreateModel(
                    name='Barrier',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('commune', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.commune')),
                        ('official_id', models.CharField(max_length=120, verbose_name='identifiant officiel')),
                        ('fingerprint', models.CharField(max_length=32, verbose_name='empreinte')),
                        ('gone_on', models.DateField(blank=True, null=True, verbose_name='absent depuis le')),
                        ('kind', models.CharField(choices=[('railway', 'voie ferrée'), ('road', 'autoroute ou voie rapide'), ('river', 'fleuve, rivière ou canal'), ('passage', 'passage : pont, souterrain, traversée')], max_length=8, verbose_name='nature')),
                        ('name', models.CharField(blank=True, max_length=160, verbose_name='nom')),
                        ('geometry', models.JSONField(verbose_name='tracé')),
                    ],
                    options={
                        'verbose_name': 'obstacle à pied',
                        'verbose_name_plural': 'obstacles à pied',
                        'ordering': ['kind', 'name', 'pk'],
                        'constraints': [models.UniqueConstraint(fields=('commune', 'official_id'), name='barrier_once_by_commune'), models.CheckConstraint(condition=models.Q(('kind__in', ['railway', 'road', 'river', 'passage'])), name='barrier_kind_is_known')],
                    },
                ),
                migrations.CreateModel(
                    name='GridCell',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('commune', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.commune')),
                        ('official_id', models.CharField(max_length=120, verbose_name='identifiant officiel')),
                        ('fingerprint', models.CharField(max_length=32, verbose_name='empreinte')),
                        ('gone_on', models.DateField(blank=True, null=True, verbose_name='absent depuis le')),
                        ('lon', models.FloatField(verbose_name='longitude')),
                        ('lat', models.FloatField(verbose_name='latitude')),
                        ('outline', models.JSONField(verbose_name='contour')),
                        ('communes', models.JSONField(default=list, verbose_name='communes')),
                        ('share', models.FloatField(default=1, verbose_name='part dans la commune')),
                        ('people', models.FloatField(verbose_name='habitants')),
                        ('households', models.FloatField(default=0, verbose_name='ménages')),
                        ('poor_households', models.FloatField(default=0, verbose_name='ménages pauvres')),
                        ('single_parent_households', models.FloatField(default=0, verbose_name='ménages monoparentaux')),
                        ('large_households', models.FloatField(default=0, verbose_name='ménages de cinq personnes ou plus')),
                        ('living_standard_sum', models.FloatField(default=0, verbose_name='somme des niveaux de vie')),
                        ('aged_0_3', models.FloatField(default=0, verbose_name='0-3 ans')),
                        ('aged_4_5', models.FloatField(default=0, verbose_name='4-5 ans')),
                        ('aged_6_10', models.FloatField(default=0, verbose_name='6-10 ans')),
                        ('aged_11_17', models.FloatField(default=0, verbose_name='11-17 ans')),
                        ('aged_18_24', models.FloatField(default=0, verbose_name='18-24 ans')),
                        ('is_imputed', models.BooleanField(default=False, verbose_name='valeur approchée par l’INSEE')),
                    ],
                    options={
                        'verbose_name': 'carreau de 200 m',
                        'constraints': [models.UniqueConstraint(fields=('commune', 'official_id'), name='cell_once_by_commune'), models.CheckConstraint(condition=models.Q(('share__range', (0, 1))), name='cell_share_is_a_share')],
                    },
                ),
                migrations.CreateModel(
                    name='WalkingPace',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('commune', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.commune')),
                        ('valid_from', models.DateField(verbose_name='valable à partir du')),
                        ('age_under', models.PositiveSmallIntegerField(blank=True, help_text='Vide : tous les autres âges.', null=True, verbose_name='âge, strictement inférieur à')),
                        ('km_per_hour', models.DecimalField(decimal_places=1, max_digits=3, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(9)], verbose_name='vitesse en km/h')),
                        ('detour', models.DecimalField(decimal_places=2, default=1.3, max_digits=3, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(3)], verbose_name='allongement par les rues')),
                        ('source', models.CharField(max_length=200, verbose_name='d’où vient ce choix')),
                    ],
                    options={
                        'verbose_name': 'vitesse de marche',
                        'verbose_name_plural': 'vitesses de marche',
                        'ordering': ['age_under', '-valid_from'],
                        'constraints': [models.UniqueConstraint(fields=('commune', 'valid_from', 'age_under'), name='pace_once_by_age_and_day'), models.UniqueConstraint(condition=models.Q(('age_under__isnull', True)), fields=('commune', 'valid_from'), name='pace_of_adults_once_by_day'), models.CheckConstraint(condition=models.Q(('km_per_hour__range', (1, 9))), name='pace_is_a_walk'), models.CheckConstraint(condition=models.Q(('detour__range', (1, 3))), name='detour_is_a_detour')],
                    },
                ),
            ],
        ),
    ]
