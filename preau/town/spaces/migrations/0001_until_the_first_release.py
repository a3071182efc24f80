import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from preau.foundation.newtables import NewTables


class Migration(migrations.Migration):

    replaces = [('spaces', '0001_first')]

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('organisations', '0001_until_the_first_release'),
        ('places', '0001_until_the_first_release'),
    ]

    operations = [
        NewTables(
            models=[
                migrations.CreateModel(
                    name='ReportTerm',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('commune', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='report_terms', to='organisations.commune')),
                        ('valid_from', models.DateField(verbose_name='à partir du')),
                        ('open_minutes', models.PositiveSmallIntegerField(default=180, verbose_name='« ouvert » vaut (minutes)')),
                        ('busy_minutes', models.PositiveSmallIntegerField(default=60, verbose_name='« il y a du monde » vaut (minutes)')),
                        ('broken_minutes', models.PositiveIntegerField(default=4320, verbose_name='« abîmé ou fermé » vaut (minutes)')),
                    ],
                    options={
                        'verbose_name': 'durée de vie des signalements',
                        'ordering': ['-valid_from'],
                        'constraints': [models.UniqueConstraint(fields=('commune', 'valid_from'), name='one_report_term_begins_by_day'), models.CheckConstraint(condition=models.Q(('broken_minutes__gte', 1), ('busy_minutes__gte', 1), ('open_minutes__gte', 1)), name='a_report_is_worth_something')],
                    },
                ),
                migrations.CreateModel(
                    name='OpenSpace',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('site', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='open_space', to='places.site')),
                        ('token', models.CharField(max_length=24, unique=True, verbose_name='repère du panneau')),
                        ('sports', models.JSONField(blank=True, default=list, verbose_name='sports possibles')),
                        ('rules', models.TextField(blank=True, verbose_name='règles du lieu')),
                        ('ground', models.CharField(blank=True, max_length=120, verbose_name='sol')),
                        ('has_light', models.BooleanField(blank=True, null=True, verbose_name='éclairé le soir')),
                        ('light_until', models.TimeField(blank=True, null=True, verbose_name='éclairé jusqu’à')),
                        ('shade', models.CharField(blank=True, choices=[('', 'on ne sait pas'), ('none', 'pas d’ombre'), ('part', 'un peu d’ombre'), ('full', 'beaucoup d’ombre')], max_length=8, verbose_name='ombre')),
                        ('has_water', models.BooleanField(blank=True, null=True, verbose_name='eau potable')),
                        ('has_toilets', models.BooleanField(blank=True, null=True, verbose_name='toilettes')),
                        ('wheelchair', models.CharField(blank=True, choices=[('', 'on ne sait pas'), ('yes', 'accessible en fauteuil'), ('part', 'accessible en partie'), ('no', 'pas accessible en fauteuil')], max_length=8, verbose_name='en fauteuil')),
                        ('wheelchair_words', models.CharField(blank=True, max_length=200, verbose_name='précision sur l’accès en fauteuil')),
                        ('equipment', models.CharField(blank=True, max_length=240, verbose_name='caisse de matériel')),
                        ('referent', models.CharField(blank=True, max_length=160, verbose_name='adulte présent')),
                        ('works_from', models.DateField(blank=True, null=True, verbose_name='travaux à partir du')),
                        ('works_to', models.DateField(blank=True, null=True, verbose_name='travaux jusqu’au')),
                        ('works_words', models.CharField(blank=True, max_length=200, verbose_name='quels travaux')),
                        ('version', models.PositiveIntegerField(default=1, verbose_name='version')),
                    ],
                    options={
                        'verbose_name': 'espace en accès libre',
                        'ordering': ['site__name'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('works_to__isnull', True), models.Q(('works_from__isnull', False), ('works_to__gte', models.F('works_from'))), _connector='OR'), name='works_end_after_they_begin')],
                    },
                ),
                migrations.CreateModel(
                    name='SpaceClosing',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('space', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='closings', to='spaces.openspace')),
                        ('reason', models.CharField(choices=[('repair', 'réparation'), ('works', 'travaux'), ('event', 'événement'), ('weather', 'météo'), ('safety', 'sécurité'), ('other', 'autre raison')], max_length=8, verbose_name='raison')),
                        ('words', models.CharField(blank=True, max_length=200, verbose_name='ce que lisent les familles')),
                        ('starts_at', models.DateTimeField(verbose_name='à partir de')),
                        ('ends_at', models.DateTimeField(verbose_name='jusqu’à')),
                        ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('lifted_at', models.DateTimeField(blank=True, null=True, verbose_name='levée le')),
                    ],
                    options={
                        'verbose_name': 'fermeture',
                        'ordering': ['-starts_at', '-pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('ends_at__gt', models.F('starts_at'))), name='closing_ends_after_it_begins')],
                    },
                ),
                migrations.CreateModel(
                    name='SpaceReport',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('space', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reports', to='spaces.openspace')),
                        ('kind', models.CharField(choices=[('open', 'ouvert'), ('busy', 'il y a du monde'), ('broken', 'abîmé ou fermé')], max_length=8, verbose_name='dit')),
                        ('at', models.DateTimeField(db_index=True, verbose_name='à')),
                        ('words', models.CharField(blank=True, max_length=140, verbose_name='commentaire')),
                        ('shown_words', models.CharField(blank=True, max_length=140, verbose_name='commentaire montré')),
                        ('words_state', models.CharField(choices=[('none', 'sans commentaire'), ('waiting', 'à relire'), ('shown', 'montré'), ('dismissed', 'écarté')], default='none', max_length=10, verbose_name='relecture')),
                        ('taken_back_at', models.DateTimeField(blank=True, null=True, verbose_name='repris le')),
                        ('handled_at', models.DateTimeField(blank=True, null=True, verbose_name='traité le')),
                        ('handled_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'verbose_name': 'signalement',
                        'ordering': ['-at', '-pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ['open', 'busy', 'broken'])), name='report_kind_is_known'), models.CheckConstraint(condition=models.Q(('shown_words', ''), ('words_state', 'shown'), _connector='OR'), name='words_are_read_before_being_shown')],
                    },
                ),
                migrations.CreateModel(
                    name='VisitCount',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('space', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='visits', to='spaces.openspace')),
                        ('key', models.UUIDField(unique=True, verbose_name='clé d’envoi')),
                        ('day', models.DateField(verbose_name='jour')),
                        ('hour', models.PositiveSmallIntegerField(verbose_name='heure')),
                        ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('at', models.DateTimeField(verbose_name='enregistré le')),
                    ],
                    options={
                        'verbose_name': 'passage compté',
                        'ordering': ['-day', '-hour', '-pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('hour__range', (0, 23))), name='visit_hour_is_an_hour')],
                        'indexes': [models.Index(fields=['space', 'day'], name='visit_by_space')],
                    },
                ),
                migrations.CreateModel(
                    name='VisitCell',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('visit', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='cells', to='spaces.visitcount')),
                        ('age_band', models.CharField(choices=[('small', 'moins de 6 ans'), ('child', '6 à 10 ans'), ('teen', '11 à 14 ans'), ('youth', '15 à 17 ans'), ('adult', '18 ans et plus')], max_length=8, verbose_name='âge, à l’œil')),
                        ('seen', models.CharField(choices=[('girls', 'filles et femmes'), ('boys', 'garçons et hommes')], max_length=8, verbose_name='filles ou garçons, à l’œil')),
                        ('people', models.PositiveSmallIntegerField(verbose_name='personnes')),
                    ],
                    options={
                        'verbose_name': 'personnes vues',
                        'constraints': [models.UniqueConstraint(fields=('visit', 'age_band', 'seen'), name='one_figure_by_band_and_sex'), models.CheckConstraint(condition=models.Q(('people__range', (1, 500))), name='visit_figure_is_believable')],
                    },
                ),
            ],
        ),
    ]
