import django.db.models.deletion
from django.db import migrations, models

from preau.foundation.newtables import NewTables


class Migration(migrations.Migration):

    replaces = [('calendar', '0001_first'), ('calendar', '0002_holidays_and_zones'), ('calendar', '0003_holiday_weeks_and_closures')]

    initial = True

    dependencies = [
        ('organisations', '0001_until_the_first_release'),
        ('places', '0001_until_the_first_release'),
    ]

    operations = [
        NewTables(
            models=[
                migrations.CreateModel(
                    name='Closure',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('commune', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='closures', to='organisations.commune')),
                        ('site', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='closures', to='places.site')),
                        ('kind', models.CharField(choices=[('bridge', 'pont'), ('works', 'travaux'), ('election', 'élections'), ('strike', 'grève'), ('other', 'autre raison')], max_length=8, verbose_name='nature de la fermeture')),
                        ('reason', models.CharField(max_length=160, verbose_name='raison donnée aux familles')),
                        ('first_day', models.DateField(verbose_name='premier jour fermé')),
                        ('last_day', models.DateField(verbose_name='dernier jour fermé')),
                        ('bands', models.JSONField(blank=True, default=list, verbose_name='temps concernés')),
                        ('decided_by', models.CharField(blank=True, max_length=200, verbose_name='décidé par')),
                        ('version', models.PositiveIntegerField(default=1, verbose_name='version')),
                    ],
                    options={
                        'verbose_name': 'fermeture',
                        'ordering': ['first_day', 'pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('last_day__gte', models.F('first_day'))), name='closure_ends_after_it_begins'), models.CheckConstraint(condition=models.Q(('kind__in', ['bridge', 'works', 'election', 'strike', 'other'])), name='closure_kind_is_known')],
                    },
                ),
                migrations.CreateModel(
                    name='HolidayPeriod',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('commune', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.commune')),
                        ('official_id', models.CharField(max_length=120, verbose_name='identifiant officiel')),
                        ('fingerprint', models.CharField(max_length=32, verbose_name='empreinte')),
                        ('gone_on', models.DateField(blank=True, null=True, verbose_name='absent depuis le')),
                        ('zone', models.CharField(max_length=40, verbose_name='zone')),
                        ('name', models.CharField(max_length=120, verbose_name='nom')),
                        ('first_day', models.DateField(verbose_name='premier jour sans classe')),
                        ('last_day', models.DateField(verbose_name='dernier jour sans classe')),
                    ],
                    options={
                        'verbose_name': 'vacances scolaires',
                        'ordering': ['first_day'],
                        'constraints': [models.UniqueConstraint(fields=('commune', 'official_id'), name='holiday_once_by_commune'), models.CheckConstraint(condition=models.Q(('last_day__gte', models.F('first_day'))), name='holiday_ends_after_it_begins')],
                    },
                ),
                migrations.CreateModel(
                    name='BankHoliday',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('commune', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.commune')),
                        ('official_id', models.CharField(max_length=120, verbose_name='identifiant officiel')),
                        ('fingerprint', models.CharField(max_length=32, verbose_name='empreinte')),
                        ('gone_on', models.DateField(blank=True, null=True, verbose_name='absent depuis le')),
                        ('day', models.DateField(verbose_name='jour')),
                        ('name', models.CharField(max_length=120, verbose_name='nom')),
                    ],
                    options={
                        'verbose_name': 'jour férié',
                        'ordering': ['day'],
                        'constraints': [models.UniqueConstraint(fields=('commune', 'official_id'), name='bank_holiday_once_by_commune')],
                    },
                ),
                migrations.CreateModel(
                    name='LocalPeriod',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('commune', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='local_periods', to='organisations.commune')),
                        ('name', models.CharField(max_length=120, verbose_name='nom')),
                        ('first_day', models.DateField(verbose_name='premier jour')),
                        ('last_day', models.DateField(verbose_name='dernier jour')),
                        ('has_class', models.BooleanField(default=False, verbose_name='il y a classe')),
                        ('decided_by', models.CharField(blank=True, max_length=200, verbose_name='décidé par')),
                    ],
                    options={
                        'verbose_name': 'correction du calendrier officiel',
                        'verbose_name_plural': 'corrections du calendrier officiel',
                        'ordering': ['first_day'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('last_day__gte', models.F('first_day'))), name='local_period_ends_after_it_begins'), models.UniqueConstraint(fields=('commune', 'first_day'), name='one_local_period_begins_by_day')],
                    },
                ),
                migrations.CreateModel(
                    name='WeekPattern',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('site', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='week_patterns', to='places.site')),
                        ('name', models.CharField(max_length=80, verbose_name='nom')),
                        ('season', models.CharField(choices=[('school', 'semaines d’école'), ('holidays', 'semaines de vacances')], default='school', max_length=8, verbose_name='quelles semaines')),
                        ('valid_from', models.DateField(verbose_name='valable à partir du')),
                        ('valid_to', models.DateField(blank=True, null=True, verbose_name='valable jusqu’au')),
                        ('decided_by', models.CharField(blank=True, max_length=200, verbose_name='décidé par')),
                        ('version', models.PositiveIntegerField(default=1, verbose_name='version')),
                    ],
                    options={
                        'verbose_name': 'organisation de la semaine',
                        'ordering': ['-valid_from'],
                        'constraints': [models.UniqueConstraint(fields=('site', 'season', 'valid_from'), name='one_week_pattern_begins_by_day'), models.CheckConstraint(condition=models.Q(('valid_to__isnull', True), ('valid_to__gte', models.F('valid_from')), _connector='OR'), name='week_pattern_ends_after_it_begins'), models.CheckConstraint(condition=models.Q(('season__in', ['school', 'holidays'])), name='season_of_a_week_is_known')],
                    },
                ),
                migrations.CreateModel(
                    name='BandHours',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('pattern', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='hours', to='calendar.weekpattern')),
                        ('weekday', models.PositiveSmallIntegerField(choices=[(0, 'Monday'), (1, 'Tuesday'), (2, 'Wednesday'), (3, 'Thursday'), (4, 'Friday'), (5, 'Saturday'), (6, 'Sunday')], verbose_name='jour')),
                        ('band', models.CharField(choices=[('early', 'petite enfance'), ('morning', 'accueil du matin'), ('school', 'temps scolaire'), ('lunch', 'pause méridienne'), ('evening', 'accueil du soir'), ('wednesday', 'mercredi'), ('holiday', 'vacances'), ('youth', 'accueil de jeunes'), ('club', 'clubs et temps libre')], max_length=12, verbose_name='temps')),
                        ('starts_at', models.TimeField(verbose_name='de')),
                        ('ends_at', models.TimeField(verbose_name='à')),
                    ],
                    options={
                        'verbose_name': 'horaire',
                        'ordering': ['weekday', 'starts_at'],
                        'constraints': [models.UniqueConstraint(fields=('pattern', 'weekday', 'starts_at'), name='one_band_begins_by_instant'), models.CheckConstraint(condition=models.Q(('ends_at__gt', models.F('starts_at'))), name='band_ends_after_it_begins'), models.CheckConstraint(condition=models.Q(('weekday__range', (0, 6))), name='weekday_of_a_band')],
                    },
                ),
                migrations.CreateModel(
                    name='ZoneTerm',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('commune', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='zones', to='organisations.commune')),
                        ('zone', models.CharField(max_length=40, verbose_name='zone')),
                        ('valid_from', models.DateField(verbose_name='depuis le')),
                        ('valid_to', models.DateField(blank=True, null=True, verbose_name='jusqu’au')),
                    ],
                    options={
                        'verbose_name': 'zone de vacances',
                        'ordering': ['-valid_from'],
                        'constraints': [models.UniqueConstraint(fields=('commune', 'valid_from'), name='one_zone_begins_by_day'), models.CheckConstraint(condition=models.Q(('valid_to__isnull', True), ('valid_to__gte', models.F('valid_from')), _connector='OR'), name='zone_ends_after_it_begins')],
                    },
                ),
            ],
        ),
    ]
