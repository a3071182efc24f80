import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from preau.foundation.newtables import NewTables


class Migration(migrations.Migration):

    replaces = [('indicators', '0001_what_the_town_looks_at')]

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('files', '0001_until_the_first_release'),
        ('organisations', '0001_until_the_first_release'),
        ('plan', '0001_until_the_first_release'),
    ]

    operations = [
        NewTables(
            models=[
                migrations.CreateModel(
                    name='Indicator',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('plan', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='indicators', to='plan.territorialeducationplan')),
                        ('effect', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='indicators', to='plan.planitem')),
                        ('number', models.PositiveIntegerField(verbose_name='numéro')),
                        ('code', models.CharField(blank=True, max_length=24, verbose_name='repère dans la bibliothèque')),
                        ('own_title', models.CharField(blank=True, max_length=160, verbose_name='ce que l’on regarde')),
                        ('own_counted', models.CharField(blank=True, max_length=300, verbose_name='ce que l’on compte')),
                        ('own_among', models.CharField(blank=True, max_length=300, verbose_name='parmi combien')),
                        ('own_doubts', models.CharField(blank=True, max_length=400, verbose_name='comment ce chiffre peut tromper')),
                        ('own_unit', models.CharField(blank=True, choices=[('share', 'part, en\xa0%'), ('points', 'écart, en points'), ('gap', 'écart'), ('mean', 'moyenne'), ('count', 'nombre'), ('days', 'jours'), ('hours', 'heures'), ('minutes', 'minutes'), ('grams', 'grammes'), ('score', 'note de 0 à 100'), ('answers', 'bonnes réponses de plus, sur 5'), ('rate', 'pour 1\xa0000 journées d’enfant'), ('ratio', 'rapport, 1 pour l’égalité'), ('index', 'indice')], max_length=8, verbose_name='unité')),
                        ('own_direction', models.CharField(blank=True, choices=[('up', 'mieux si cela monte'), ('down', 'mieux si cela baisse'), ('rise_then_hold', 'mieux si cela monte, puis se maintient'), ('zero', 'mieux si l’écart se réduit'), ('one', 'mieux si cela approche de 1'), ('full', 'doit atteindre 100\xa0%'), ('none', 'ni bon ni mauvais en soi\xa0: à lire avec un autre')], max_length=16, verbose_name='sens')),
                        ('own_minutes', models.PositiveIntegerField(default=0, verbose_name='minutes de collecte par an')),
                        ('carrier', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='indicators', to='organisations.organisation')),
                        ('chosen_on', models.DateField(verbose_name='choisi le')),
                        ('chosen_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('left_on', models.DateField(blank=True, null=True, verbose_name='laissé le')),
                        ('left_because', models.CharField(blank=True, max_length=300, verbose_name='pourquoi il est laissé')),
                    ],
                    options={
                        'verbose_name': 'indicateur',
                        'ordering': ['number'],
                        'constraints': [models.UniqueConstraint(fields=('plan', 'number'), name='indicator_number_once_by_plan'), models.UniqueConstraint(condition=models.Q(('left_on__isnull', True), models.Q(('code', ''), _negated=True)), fields=('effect', 'code'), name='an_effect_looks_at_it_once'), models.CheckConstraint(condition=models.Q(models.Q(('own_title', ''), models.Q(('code', ''), _negated=True)), models.Q(models.Q(('own_title', ''), _negated=True), ('code', '')), _connector='OR'), name='an_indicator_is_of_the_library_or_own'), models.CheckConstraint(condition=models.Q(('left_on__isnull', True), models.Q(('left_because', ''), _negated=True), _connector='OR'), name='an_indicator_is_left_for_a_reason')],
                    },
                ),
                migrations.CreateModel(
                    name='IndicatorReading',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('indicator', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='readings', to='indicators.indicator')),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('month', models.DateField(verbose_name='mois')),
                    ],
                    options={
                        'verbose_name': 'lecture d’un indicateur',
                        'constraints': [models.UniqueConstraint(fields=('indicator', 'by', 'month'), name='indicator_read_once_a_month')],
                    },
                ),
                migrations.CreateModel(
                    name='ParticipationTerms',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('commune', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.commune')),
                        ('valid_from', models.DateField(verbose_name='valable à partir du')),
                        ('presences', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(60)], verbose_name='présences dans l’année')),
                        ('decided_by', models.CharField(max_length=200, verbose_name='décidé par')),
                    ],
                    options={
                        'verbose_name': 'participation active',
                        'ordering': ['-valid_from'],
                        'constraints': [models.UniqueConstraint(fields=('commune', 'valid_from'), name='participation_terms_begin_once_a_day'), models.CheckConstraint(condition=models.Q(('presences__range', (1, 60))), name='taking_part_is_coming_once_or_more')],
                    },
                ),
                migrations.CreateModel(
                    name='Value',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('indicator', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='values', to='indicators.indicator')),
                        ('school_year', models.PositiveSmallIntegerField(verbose_name='année scolaire')),
                        ('part', models.CharField(blank=True, max_length=40, verbose_name='nombre extérieur')),
                        ('counted', models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True, verbose_name='compté')),
                        ('among', models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True, verbose_name='parmi')),
                        ('amount', models.DecimalField(decimal_places=2, max_digits=12, verbose_name='valeur')),
                        ('answers', models.PositiveIntegerField(blank=True, null=True, verbose_name='réponses reçues')),
                        ('asked', models.PositiveIntegerField(blank=True, null=True, verbose_name='personnes interrogées')),
                        ('source', models.CharField(max_length=240, verbose_name='source')),
                        ('known_on', models.DateField(verbose_name='date de la source')),
                        ('proof', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.storedfile')),
                        ('remark', models.CharField(blank=True, max_length=300, verbose_name='à savoir')),
                        ('typed_at', models.DateTimeField(verbose_name='saisi le')),
                        ('typed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('replaces', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='replaced_by', to='indicators.value')),
                    ],
                    options={
                        'verbose_name': 'valeur d’un indicateur',
                        'ordering': ['-school_year', '-typed_at', '-pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('source', ''), _negated=True), name='a_typed_value_has_a_source'), models.CheckConstraint(condition=models.Q(('among__isnull', True), ('among__gt', 0), _connector='OR'), name='a_share_is_among_somebody'), models.CheckConstraint(condition=models.Q(('asked__isnull', True), ('answers__isnull', True), ('answers__lte', models.F('asked')), _connector='OR'), name='no_more_answers_than_asked')],
                    },
                ),
            ],
        ),
    ]
