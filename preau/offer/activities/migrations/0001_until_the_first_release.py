import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from preau.foundation.newtables import NewTables


class Migration(migrations.Migration):

    replaces = [('activities', '0001_first'), ('activities', '0002_links'), ('activities', '0003_specialised_entries')]

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('organisations', '0001_until_the_first_release'),
        ('places', '0001_until_the_first_release'),
        ('plan', '0001_until_the_first_release'),
        ('prices', '0001_until_the_first_release'),
    ]

    operations = [
        NewTables(
            models=[
                migrations.CreateModel(
                    name='Activity',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('commune', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='activities', to='organisations.commune')),
                        ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='activities', to='organisations.organisation')),
                        ('slug', models.SlugField(max_length=100, verbose_name='adresse dans le catalogue')),
                        ('school_year', models.PositiveSmallIntegerField(verbose_name='année scolaire')),
                        ('title', models.CharField(max_length=120, verbose_name='titre de l’activité')),
                        ('summary', models.CharField(blank=True, max_length=240, verbose_name='en une phrase')),
                        ('description', models.TextField(blank=True, verbose_name='présentation')),
                        ('domain', models.CharField(choices=[('ball_games', 'sports collectifs et de balle'), ('water', 'natation et sports d’eau'), ('combat', 'arts martiaux et combat'), ('motion', 'gymnastique, athlétisme et plein air'), ('music', 'musique et chant'), ('dance', 'danse et cirque'), ('stage', 'théâtre et expression'), ('visual', 'arts plastiques et image'), ('reading', 'lecture et écriture'), ('science', 'sciences et numérique'), ('nature', 'nature et jardin'), ('play', 'jeux et fabrication'), ('citizenship', 'citoyenneté et langues'), ('support', 'aide aux devoirs et accompagnement')], max_length=12, verbose_name='domaine')),
                        ('keywords', models.CharField(blank=True, max_length=240, verbose_name='mots pour la trouver')),
                        ('pillars', models.JSONField(blank=True, default=list, verbose_name='piliers du parcours artistique')),
                        ('audiences', models.JSONField(default=list, verbose_name='publics')),
                        ('levels', models.JSONField(blank=True, default=list, verbose_name='niveaux scolaires')),
                        ('age_min', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='à partir de (ans)')),
                        ('age_max', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='jusqu’à (ans)')),
                        ('site', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='activities', to='places.site')),
                        ('meeting_point', models.CharField(blank=True, max_length=200, verbose_name='point de rendez-vous')),
                        ('starts_on', models.DateField(verbose_name='du')),
                        ('ends_on', models.DateField(verbose_name='au')),
                        ('capacity', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='places')),
                        ('staff', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='adultes qui encadrent')),
                        ('price_rule', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='activities', to='prices.pricerule')),
                        ('price_words', models.CharField(blank=True, max_length=200, verbose_name='précision sur le tarif')),
                        ('has_taster', models.BooleanField(default=False, verbose_name='séance d’essai possible')),
                        ('booking', models.CharField(choices=[('none', 'sans inscription'), ('contact', 'auprès de l’organisateur'), ('town', 'auprès de la ville')], default='contact', max_length=8, verbose_name='inscription')),
                        ('booking_words', models.CharField(blank=True, max_length=240, verbose_name='comment s’inscrire')),
                        ('contact_name', models.CharField(blank=True, max_length=120, verbose_name='personne à joindre')),
                        ('contact_phone', models.CharField(blank=True, max_length=40, verbose_name='téléphone')),
                        ('contact_email', models.EmailField(blank=True, max_length=254, verbose_name='adresse électronique')),
                        ('website', models.URLField(blank=True, max_length=300, verbose_name='site web')),
                        ('state', models.CharField(choices=[('draft', 'brouillon'), ('proposed', 'proposée'), ('to_change', 'à compléter'), ('published', 'publiée'), ('stale', 'à vérifier'), ('refused', 'refusée'), ('withdrawn', 'retirée')], default='draft', max_length=12, verbose_name='état')),
                        ('published_at', models.DateTimeField(blank=True, null=True, verbose_name='publiée le')),
                        ('verified_on', models.DateField(blank=True, null=True, verbose_name='vérifiée le')),
                        ('copied_from', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='copies', to='activities.activity')),
                        ('created_at', models.DateTimeField(verbose_name='créée le')),
                        ('updated_at', models.DateTimeField(verbose_name='modifiée le')),
                        ('version', models.PositiveIntegerField(default=1, verbose_name='version')),
                        ('read_version', models.PositiveIntegerField(default=0, verbose_name='version relue')),
                        ('revision', models.PositiveBigIntegerField(db_index=True, default=0, verbose_name='révision du catalogue')),
                        ('objectives', models.ManyToManyField(blank=True, related_name='activities', to='plan.planitem')),
                    ],
                    options={
                        'verbose_name': 'activité',
                        'ordering': ['title', 'pk'],
                        'constraints': [models.UniqueConstraint(fields=('commune', 'slug'), name='activity_slug_once_by_commune'), models.CheckConstraint(condition=models.Q(('ends_on__gte', models.F('starts_on'))), name='activity_ends_after_it_starts'), models.CheckConstraint(condition=models.Q(('age_min__isnull', True), ('age_max__isnull', True), ('age_max__gte', models.F('age_min')), _connector='OR'), name='activity_ages_make_sense'), models.CheckConstraint(condition=models.Q(('state__in', ['draft', 'proposed', 'to_change', 'published', 'stale', 'refused', 'withdrawn'])), name='activity_state_is_known'), models.CheckConstraint(condition=models.Q(('domain__in', ['ball_games', 'water', 'combat', 'motion', 'music', 'dance', 'stage', 'visual', 'reading', 'science', 'nature', 'play', 'citizenship', 'support'])), name='activity_domain_is_known'), models.CheckConstraint(condition=models.Q(models.Q(('state__in', ('published', 'stale')), _negated=True), models.Q(('published_at__isnull', False), ('verified_on__isnull', False)), _connector='OR'), name='a_published_activity_was_verified')],
                        'indexes': [models.Index(fields=['organisation', 'school_year'], name='activity_by_provider')],
                    },
                ),
                migrations.CreateModel(
                    name='Adaptation',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('activity', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='adaptation', to='activities.activity')),
                        ('staff_trained', models.CharField(blank=True, max_length=160, verbose_name='équipe formée')),
                        ('trained_on', models.DateField(blank=True, null=True, verbose_name='formation suivie le')),
                        ('ratio', models.CharField(blank=True, max_length=160, verbose_name='encadrement')),
                        ('sensory', models.JSONField(blank=True, default=list, verbose_name='bruit, lumière, affluence')),
                        ('communication', models.JSONField(blank=True, default=list, verbose_name='communication')),
                        ('premises', models.JSONField(blank=True, default=list, verbose_name='locaux')),
                        ('material', models.CharField(blank=True, max_length=200, verbose_name='matériel')),
                        ('companion_is_free', models.BooleanField(default=False, verbose_name='accompagnant gratuit')),
                        ('has_trial', models.BooleanField(default=False, verbose_name='séance d’essai accompagnée')),
                        ('is_specialised', models.BooleanField(default=False, verbose_name='réservé aux personnes en situation de handicap')),
                        ('not_possible', models.TextField(blank=True, verbose_name='ce qui n’est pas possible')),
                        ('contact_name', models.CharField(blank=True, max_length=120, verbose_name='personne à joindre')),
                        ('contact_phone', models.CharField(blank=True, max_length=40, verbose_name='téléphone')),
                        ('contact_email', models.EmailField(blank=True, max_length=254, verbose_name='adresse électronique')),
                        ('verified_on', models.DateField(blank=True, null=True, verbose_name='vérifié le')),
                    ],
                    options={
                        'verbose_name': 'adaptation',
                    },
                ),
                migrations.CreateModel(
                    name='CatalogueCounter',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('commune', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='catalogue_counter', to='organisations.commune')),
                        ('value', models.PositiveBigIntegerField(default=0, verbose_name='valeur')),
                    ],
                    options={
                        'verbose_name': 'compteur du catalogue',
                    },
                ),
                migrations.CreateModel(
                    name='Slot',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('activity', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='slots', to='activities.activity')),
                        ('rhythm', models.CharField(choices=[('weekly', 'chaque semaine'), ('fortnightly', 'une semaine sur deux'), ('holidays', 'chaque jour des vacances'), ('once', 'une fois')], default='weekly', max_length=12, verbose_name='rythme')),
                        ('season', models.CharField(choices=[('term', 'en période scolaire'), ('holidays', 'pendant les vacances'), ('always', 'toute l’année')], default='term', max_length=8, verbose_name='période')),
                        ('weekday', models.PositiveSmallIntegerField(blank=True, choices=[(0, 'Monday'), (1, 'Tuesday'), (2, 'Wednesday'), (3, 'Thursday'), (4, 'Friday'), (5, 'Saturday'), (6, 'Sunday')], null=True, verbose_name='jour')),
                        ('starts_at', models.TimeField(verbose_name='de')),
                        ('ends_at', models.TimeField(verbose_name='à')),
                        ('first_on', models.DateField(blank=True, null=True, verbose_name='à partir du')),
                        ('last_on', models.DateField(blank=True, null=True, verbose_name='jusqu’au')),
                        ('capacity', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='places de ce créneau')),
                        ('label', models.CharField(blank=True, max_length=80, verbose_name='groupe')),
                    ],
                    options={
                        'verbose_name': 'créneau',
                        'ordering': ['weekday', 'starts_at', 'pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('ends_at__gt', models.F('starts_at'))), name='slot_ends_after_it_begins'), models.CheckConstraint(condition=models.Q(models.Q(('rhythm__in', ('weekly', 'fortnightly')), ('weekday__range', (0, 6))), ('rhythm', 'holidays'), models.Q(('first_on__isnull', False), ('rhythm', 'once')), _connector='OR'), name='slot_says_which_day')],
                    },
                ),
                migrations.CreateModel(
                    name='Session',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('activity', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sessions', to='activities.activity')),
                        ('slot', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sessions', to='activities.slot')),
                        ('day', models.DateField(verbose_name='jour')),
                        ('starts_at', models.DateTimeField(verbose_name='début')),
                        ('ends_at', models.DateTimeField(verbose_name='fin')),
                        ('band', models.CharField(blank=True, choices=[('early', 'petite enfance'), ('morning', 'accueil du matin'), ('school', 'temps scolaire'), ('lunch', 'pause méridienne'), ('evening', 'accueil du soir'), ('wednesday', 'mercredi'), ('holiday', 'vacances'), ('youth', 'accueil de jeunes'), ('club', 'clubs et temps libre')], max_length=12, verbose_name='temps')),
                        ('is_cancelled', models.BooleanField(default=False, verbose_name='annulée')),
                        ('reason', models.CharField(blank=True, max_length=160, verbose_name='raison')),
                    ],
                    options={
                        'verbose_name': 'séance',
                        'ordering': ['starts_at'],
                        'constraints': [models.UniqueConstraint(fields=('slot', 'day'), name='one_session_by_slot_and_day'), models.CheckConstraint(condition=models.Q(('ends_at__gt', models.F('starts_at'))), name='session_ends_after_it_begins')],
                        'indexes': [models.Index(fields=['activity', 'starts_at'], name='session_by_activity'), models.Index(fields=['starts_at'], name='session_by_instant')],
                    },
                ),
                migrations.CreateModel(
                    name='SlotException',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('slot', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='exceptions', to='activities.slot')),
                        ('day', models.DateField(verbose_name='jour')),
                        ('is_cancelled', models.BooleanField(default=True, verbose_name='annulée')),
                        ('new_day', models.DateField(blank=True, null=True, verbose_name='reportée au')),
                        ('starts_at', models.TimeField(blank=True, null=True, verbose_name='de')),
                        ('ends_at', models.TimeField(blank=True, null=True, verbose_name='à')),
                        ('reason', models.CharField(blank=True, max_length=160, verbose_name='raison')),
                    ],
                    options={
                        'verbose_name': 'exception',
                        'ordering': ['day'],
                        'constraints': [models.UniqueConstraint(fields=('slot', 'day'), name='one_exception_by_slot_and_day')],
                    },
                ),
                migrations.CreateModel(
                    name='EntryStep',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('activity', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='activities.activity')),
                        ('step', models.CharField(max_length=16, verbose_name='étape')),
                        ('from_state', models.CharField(choices=[('draft', 'brouillon'), ('proposed', 'proposée'), ('to_change', 'à compléter'), ('published', 'publiée'), ('stale', 'à vérifier'), ('refused', 'refusée'), ('withdrawn', 'retirée')], max_length=12)),
                        ('to_state', models.CharField(choices=[('draft', 'brouillon'), ('proposed', 'proposée'), ('to_change', 'à compléter'), ('published', 'publiée'), ('stale', 'à vérifier'), ('refused', 'refusée'), ('withdrawn', 'retirée')], max_length=12)),
                        ('cause', models.CharField(blank=True, max_length=20, verbose_name='motif')),
                        ('reason', models.TextField(blank=True, verbose_name='raison')),
                        ('facts', models.JSONField(blank=True, default=dict, verbose_name='faits changés')),
                        ('version', models.PositiveIntegerField(default=1, verbose_name='version')),
                        ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('at', models.DateTimeField(verbose_name='le')),
                    ],
                    options={
                        'verbose_name': 'étape d’une fiche',
                        'ordering': ['at', 'pk'],
                    },
                ),
            ],
        ),
    ]
