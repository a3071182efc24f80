import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from preau.foundation.newtables import NewTables


class Migration(migrations.Migration):

    replaces = [('articulation', '0001_first')]

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('organisations', '0001_until_the_first_release'),
        ('places', '0001_until_the_first_release'),
        ('sheets', '0001_until_the_first_release'),
    ]

    operations = [
        NewTables(
            models=[
                migrations.CreateModel(
                    name='WeekEntry',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('site', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='week_entries', to='places.site')),
                        ('starts_on', models.DateField(verbose_name='à partir du')),
                        ('ends_on', models.DateField(verbose_name='jusqu’au')),
                        ('weekday', models.PositiveSmallIntegerField(choices=[(0, 'Monday'), (1, 'Tuesday'), (2, 'Wednesday'), (3, 'Thursday'), (4, 'Friday'), (5, 'Saturday'), (6, 'Sunday')], verbose_name='jour')),
                        ('band', models.CharField(choices=[('early', 'petite enfance'), ('morning', 'accueil du matin'), ('school', 'temps scolaire'), ('lunch', 'pause méridienne'), ('evening', 'accueil du soir'), ('wednesday', 'mercredi'), ('holiday', 'vacances'), ('youth', 'accueil de jeunes'), ('club', 'clubs et temps libre')], max_length=12, verbose_name='temps')),
                        ('starts_at', models.TimeField(verbose_name='de')),
                        ('ends_at', models.TimeField(verbose_name='à')),
                        ('title', models.CharField(max_length=120, verbose_name='activité')),
                        ('theme', models.CharField(blank=True, choices=[('citizenship', 'citoyenneté'), ('environment', 'environnement'), ('laicite', 'laïcité'), ('food', 'alimentation'), ('sport', 'sports'), ('culture', 'arts et culture'), ('digital', 'numérique'), ('reading', 'lecture'), ('health', 'santé'), ('inclusion', 'handicap et inclusion'), ('parenting', 'parentalité'), ('transition', 'passerelle')], max_length=12, verbose_name='thème')),
                        ('lead', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='week_entries', to='organisations.organisation')),
                        ('leader', models.CharField(blank=True, max_length=80, verbose_name='qui anime')),
                        ('group', models.CharField(blank=True, max_length=40, verbose_name='groupe')),
                        ('age_from', models.PositiveSmallIntegerField(verbose_name='à partir de (ans)')),
                        ('age_to', models.PositiveSmallIntegerField(verbose_name='jusqu’à (ans)')),
                        ('sheet', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='week_entries', to='sheets.actionsheet')),
                        ('version', models.PositiveIntegerField(default=1, verbose_name='version')),
                    ],
                    options={
                        'verbose_name': 'activité de la semaine',
                        'ordering': ['weekday', 'starts_at', 'pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('weekday__range', (0, 6))), name='weekday_of_an_entry'), models.CheckConstraint(condition=models.Q(('ends_at__gt', models.F('starts_at'))), name='entry_ends_after_it_starts'), models.CheckConstraint(condition=models.Q(('ends_on__gte', models.F('starts_on'))), name='entry_ends_after_it_begins'), models.CheckConstraint(condition=models.Q(('age_from__range', (0, 25)), ('age_to__range', (0, 25)), ('age_to__gte', models.F('age_from'))), name='ages_of_an_entry_make_sense')],
                        'indexes': [models.Index(fields=['site', 'starts_on'], name='entries_of_a_site')],
                    },
                ),
                migrations.CreateModel(
                    name='SitePair',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('site', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='pairs', to='places.site')),
                        ('school_year', models.PositiveSmallIntegerField(verbose_name='année scolaire')),
                        ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='school_pairs', to='organisations.organisation')),
                        ('care', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='care_pairs', to='organisations.organisation')),
                        ('due_on', models.DateField(verbose_name='résumés attendus pour le')),
                    ],
                    options={
                        'verbose_name': 'binôme école et accueil',
                        'ordering': ['-school_year', 'site__name'],
                        'constraints': [models.UniqueConstraint(fields=('site', 'school_year'), name='one_pair_by_site_and_year'), models.CheckConstraint(condition=models.Q(('school', models.F('care')), _negated=True), name='two_sides_of_a_pair_are_two')],
                    },
                ),
                migrations.CreateModel(
                    name='JointSheet',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('pair', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='joint_sheets', to='articulation.sitepair')),
                        ('sheet', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='joint', to='sheets.actionsheet')),
                        ('key', models.CharField(blank=True, max_length=40, verbose_name='croisement')),
                        ('made_at', models.DateTimeField(verbose_name='créée le')),
                        ('made_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'verbose_name': 'fiche commune',
                        'ordering': ['-made_at', '-pk'],
                    },
                ),
                migrations.CreateModel(
                    name='CrossingDismissal',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('pair', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='dismissals', to='articulation.sitepair')),
                        ('key', models.CharField(max_length=40, verbose_name='croisement')),
                        ('reason', models.CharField(max_length=300, verbose_name='raison')),
                        ('at', models.DateTimeField(verbose_name='le')),
                        ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'verbose_name': 'croisement écarté',
                        'ordering': ['-at', '-pk'],
                        'constraints': [models.UniqueConstraint(fields=('pair', 'key'), name='crossing_dismissed_once')],
                    },
                ),
                migrations.CreateModel(
                    name='ProjectSummary',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('pair', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='summaries', to='articulation.sitepair')),
                        ('side', models.CharField(choices=[('school', 'école'), ('care', 'accueil')], max_length=6, verbose_name='côté')),
                        ('version', models.PositiveIntegerField(verbose_name='version')),
                        ('text', models.TextField(blank=True, verbose_name='résumé du projet')),
                        ('priorities', models.JSONField(blank=True, default=list, verbose_name='priorités')),
                        ('themes', models.JSONField(blank=True, default=list, verbose_name='thèmes de l’année')),
                        ('revision', models.PositiveIntegerField(default=0, verbose_name='modifications')),
                        ('changed_at', models.DateTimeField(verbose_name='modifié le')),
                        ('changed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('published_at', models.DateTimeField(blank=True, null=True, verbose_name='publié le')),
                        ('published_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'verbose_name': 'résumé de projet',
                        'ordering': ['pair', 'side', '-version'],
                        'constraints': [models.UniqueConstraint(fields=('pair', 'side', 'version'), name='summary_version_once'), models.UniqueConstraint(condition=models.Q(('published_at__isnull', True)), fields=('pair', 'side'), name='one_draft_of_a_summary'), models.CheckConstraint(condition=models.Q(('side__in', ['school', 'care'])), name='a_summary_has_a_side')],
                    },
                ),
                migrations.CreateModel(
                    name='SummarySeen',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('summary', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='seen', to='articulation.projectsummary')),
                        ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                        ('at', models.DateTimeField(verbose_name='ouvert le')),
                    ],
                    options={
                        'verbose_name': 'lecture d’un résumé',
                        'ordering': ['at', 'pk'],
                        'constraints': [models.UniqueConstraint(fields=('summary', 'by'), name='summary_opened_once_by_person')],
                    },
                ),
                migrations.CreateModel(
                    name='SummaryPeriod',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('summary', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='periods', to='articulation.projectsummary')),
                        ('number', models.PositiveSmallIntegerField(verbose_name='numéro')),
                        ('name', models.CharField(max_length=80, verbose_name='nom')),
                        ('starts_on', models.DateField(verbose_name='du')),
                        ('ends_on', models.DateField(verbose_name='au')),
                        ('theme', models.CharField(blank=True, choices=[('citizenship', 'citoyenneté'), ('environment', 'environnement'), ('laicite', 'laïcité'), ('food', 'alimentation'), ('sport', 'sports'), ('culture', 'arts et culture'), ('digital', 'numérique'), ('reading', 'lecture'), ('health', 'santé'), ('inclusion', 'handicap et inclusion'), ('parenting', 'parentalité'), ('transition', 'passerelle')], max_length=12, verbose_name='thème')),
                        ('subject', models.CharField(blank=True, max_length=160, verbose_name='de quoi il s’agit')),
                    ],
                    options={
                        'verbose_name': 'période',
                        'ordering': ['number'],
                        'constraints': [models.UniqueConstraint(fields=('summary', 'number'), name='period_once_by_summary'), models.CheckConstraint(condition=models.Q(('number__range', (1, 5))), name='five_periods_at_most'), models.CheckConstraint(condition=models.Q(('ends_on__gte', models.F('starts_on'))), name='period_ends_after_it_starts')],
                    },
                ),
            ],
        ),
    ]
