import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from preau.foundation.newtables import NewTables


class Migration(migrations.Migration):

    replaces = [('places', '0001_first'), ('places', '0002_version_and_two_sides'), ('places', '0003_on_the_map'), ('places', '0004_hours_access_photos')]

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('files', '0001_until_the_first_release'),
        ('organisations', '0001_until_the_first_release'),
    ]

    operations = [
        NewTables(
            models=[
                migrations.CreateModel(
                    name='Site',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('commune', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sites', to='organisations.commune')),
                        ('name', models.CharField(max_length=160, verbose_name='nom')),
                        ('slug', models.SlugField(max_length=80, verbose_name='identifiant')),
                        ('kind', models.CharField(choices=[('school', 'école et son accueil'), ('secondary', 'collège ou lycée'), ('early_years', 'lieu d’accueil du jeune enfant'), ('leisure', 'centre de loisirs'), ('sport', 'équipement sportif'), ('culture', 'lieu de culture'), ('open_air', 'parc, jardin ou cour'), ('other', 'autre lieu')], max_length=12, verbose_name='nature')),
                        ('address', models.CharField(blank=True, max_length=240, verbose_name='adresse')),
                        ('school', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='school_sites', to='organisations.organisation')),
                        ('care', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='care_sites', to='organisations.organisation')),
                        ('lon', models.FloatField(blank=True, null=True, verbose_name='longitude')),
                        ('lat', models.FloatField(blank=True, null=True, verbose_name='latitude')),
                        ('part_of', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='rooms', to='places.site')),
                        ('is_public', models.BooleanField(default=True, verbose_name='montré au public')),
                        ('closed_on', models.DateField(blank=True, null=True, verbose_name='fermé pour de bon le')),
                        ('about', models.CharField(blank=True, max_length=240, verbose_name='en une phrase')),
                        ('phone', models.CharField(blank=True, max_length=40, verbose_name='téléphone')),
                        ('website', models.URLField(blank=True, max_length=300, verbose_name='site web')),
                        ('transport', models.CharField(blank=True, max_length=300, verbose_name='y venir à pied, à vélo, en bus')),
                        ('parking', models.CharField(blank=True, max_length=300, verbose_name='se garer')),
                        ('is_always_open', models.BooleanField(default=False, verbose_name='accessible à toute heure')),
                        ('opens_on_bank_holidays', models.BooleanField(default=False, verbose_name='ouvert les jours fériés')),
                        ('version', models.PositiveIntegerField(default=1, verbose_name='version')),
                    ],
                    options={
                        'verbose_name': 'site',
                        'ordering': ['name'],
                        'constraints': [models.UniqueConstraint(fields=('commune', 'slug'), name='site_slug_once_by_commune'), models.CheckConstraint(condition=models.Q(('school__isnull', True), ('care__isnull', True), models.Q(('school', models.F('care')), _negated=True), _connector='OR'), name='two_sides_of_a_site_are_two'), models.CheckConstraint(condition=models.Q(models.Q(('lat__isnull', True), ('lon__isnull', True)), models.Q(('lat__isnull', False), ('lon__isnull', False)), _connector='OR'), name='site_has_both_coordinates'), models.CheckConstraint(condition=models.Q(('part_of__isnull', True), models.Q(('part_of', models.F('pk')), _negated=True), _connector='OR'), name='a_site_is_not_its_own_room')],
                    },
                ),
                migrations.CreateModel(
                    name='AccessAnswer',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('site', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='answers', to='places.site')),
                        ('field', models.CharField(max_length=60, verbose_name='question d’acceslibre')),
                        ('value', models.JSONField(verbose_name='réponse')),
                        ('told_on', models.DateField(verbose_name='constaté le')),
                        ('told_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'verbose_name': 'réponse sur l’accessibilité',
                        'ordering': ['field'],
                        'constraints': [models.UniqueConstraint(fields=('site', 'field'), name='one_answer_by_question')],
                    },
                ),
                migrations.CreateModel(
                    name='OpeningHours',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('site', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='openings', to='places.site')),
                        ('weekday', models.PositiveSmallIntegerField(choices=[(0, 'Monday'), (1, 'Tuesday'), (2, 'Wednesday'), (3, 'Thursday'), (4, 'Friday'), (5, 'Saturday'), (6, 'Sunday')], verbose_name='jour')),
                        ('opens_at', models.TimeField(verbose_name='ouvre à')),
                        ('closes_at', models.TimeField(verbose_name='ferme à')),
                        ('season', models.CharField(choices=[('always', 'toute l’année'), ('term', 'hors vacances scolaires'), ('holidays', 'pendant les vacances scolaires')], default='always', max_length=8, verbose_name='période')),
                        ('valid_from', models.DateField(blank=True, null=True, verbose_name='à partir du')),
                        ('valid_to', models.DateField(blank=True, null=True, verbose_name='jusqu’au')),
                    ],
                    options={
                        'verbose_name': 'horaire d’ouverture',
                        'ordering': ['weekday', 'opens_at', 'pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('weekday__range', (0, 6))), name='opening_day_is_a_day'), models.CheckConstraint(condition=models.Q(('closes_at__gt', models.F('opens_at'))), name='opening_closes_after_it_opens'), models.CheckConstraint(condition=models.Q(('valid_from__isnull', True), ('valid_to__isnull', True), ('valid_to__gte', models.F('valid_from')), _connector='OR'), name='opening_ends_after_it_begins')],
                    },
                ),
                migrations.CreateModel(
                    name='OpeningChange',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('site', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='opening_changes', to='places.site')),
                        ('first_day', models.DateField(verbose_name='du')),
                        ('last_day', models.DateField(verbose_name='au')),
                        ('opens_at', models.TimeField(blank=True, null=True, verbose_name='ouvre à')),
                        ('closes_at', models.TimeField(blank=True, null=True, verbose_name='ferme à')),
                        ('reason', models.CharField(blank=True, max_length=120, verbose_name='raison')),
                    ],
                    options={
                        'verbose_name': 'changement d’horaire',
                        'ordering': ['pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('last_day__gte', models.F('first_day'))), name='change_ends_after_it_begins'), models.CheckConstraint(condition=models.Q(models.Q(('closes_at__isnull', True), ('opens_at__isnull', True)), models.Q(('closes_at__gt', models.F('opens_at')), ('closes_at__isnull', False), ('opens_at__isnull', False)), _connector='OR'), name='change_has_both_hours_or_none')],
                    },
                ),
                migrations.CreateModel(
                    name='SitePhoto',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('site', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='photos', to='places.site')),
                        ('small', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.storedfile')),
                        ('large', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.storedfile')),
                        ('width', models.PositiveSmallIntegerField(verbose_name='largeur')),
                        ('height', models.PositiveSmallIntegerField(verbose_name='hauteur')),
                        ('alternative', models.CharField(max_length=240, verbose_name='ce que l’on voit')),
                        ('credit', models.CharField(max_length=120, verbose_name='auteur de la photo')),
                        ('licence', models.CharField(blank=True, max_length=120, verbose_name='licence')),
                        ('shows_no_child', models.BooleanField(verbose_name='aucun enfant reconnaissable')),
                        ('added_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('added_at', models.DateTimeField(verbose_name='ajoutée le')),
                    ],
                    options={
                        'verbose_name': 'photo d’un lieu',
                        'ordering': ['pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('shows_no_child', True)), name='photo_shows_no_child'), models.CheckConstraint(condition=models.Q(('alternative', ''), _negated=True), name='photo_is_told_in_words')],
                    },
                ),
                migrations.CreateModel(
                    name='PlaceRecord',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('commune', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.commune')),
                        ('official_id', models.CharField(max_length=120, verbose_name='identifiant officiel')),
                        ('fingerprint', models.CharField(max_length=32, verbose_name='empreinte')),
                        ('gone_on', models.DateField(blank=True, null=True, verbose_name='absent depuis le')),
                        ('register', models.CharField(choices=[('schools', 'annuaire de l’éducation'), ('sports', 'recensement des équipements sportifs'), ('access', 'acceslibre'), ('digital', 'lieux de médiation numérique')], max_length=12, verbose_name='registre')),
                        ('name', models.CharField(max_length=240, verbose_name='nom')),
                        ('kind', models.CharField(blank=True, max_length=160, verbose_name='nature')),
                        ('address', models.CharField(blank=True, max_length=240, verbose_name='adresse')),
                        ('postcode', models.CharField(blank=True, max_length=5, verbose_name='code postal')),
                        ('insee_code', models.CharField(blank=True, max_length=5, verbose_name='commune')),
                        ('city', models.CharField(blank=True, max_length=80, verbose_name='nom de la commune')),
                        ('lon', models.FloatField(blank=True, null=True, verbose_name='longitude')),
                        ('lat', models.FloatField(blank=True, null=True, verbose_name='latitude')),
                        ('phone', models.CharField(blank=True, max_length=40, verbose_name='téléphone public')),
                        ('website', models.CharField(blank=True, max_length=300, verbose_name='site web')),
                        ('facts', models.JSONField(blank=True, default=dict, verbose_name='autres informations')),
                        ('access', models.JSONField(blank=True, default=dict, verbose_name='accessibilité')),
                        ('site', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='records', to='places.site')),
                    ],
                    options={
                        'verbose_name': 'fiche officielle d’un lieu',
                        'verbose_name_plural': 'fiches officielles de lieux',
                        'ordering': ['name'],
                        'constraints': [models.UniqueConstraint(fields=('commune', 'register', 'official_id'), name='place_once_by_register'), models.CheckConstraint(condition=models.Q(models.Q(('lat__isnull', True), ('lon__isnull', True)), models.Q(('lat__isnull', False), ('lon__isnull', False)), _connector='OR'), name='place_record_has_both_coordinates')],
                    },
                ),
            ],
        ),
    ]
