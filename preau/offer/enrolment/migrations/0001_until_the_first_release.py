import django.core.validators
import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models

from preau.foundation.newtables import NewTables


class Migration(migrations.Migration):

    replaces = [('enrolment', '0001_initial'), ('enrolment', '0002_second_round')]

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('activities', '0001_until_the_first_release'),
        ('households', '0001_until_the_first_release'),
        ('organisations', '0001_until_the_first_release'),
    ]

    operations = [
        NewTables(
            models=[
                migrations.CreateModel(
                    name='EnrolmentTerms',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('commune', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.commune')),
                        ('valid_from', models.DateField(verbose_name='valable à partir du')),
                        ('offer_hours', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(336)], verbose_name='heures pour répondre à une proposition')),
                        ('decided_by', models.CharField(max_length=200, verbose_name='décidé par')),
                    ],
                    options={
                        'verbose_name': 'délai de réponse',
                        'ordering': ['-valid_from'],
                        'constraints': [models.UniqueConstraint(fields=('commune', 'valid_from'), name='enrolment_terms_begin_once_a_day'), models.CheckConstraint(condition=models.Q(('offer_hours__range', (1, 336))), name='an_offer_lasts_an_hour_or_more')],
                    },
                ),
                migrations.CreateModel(
                    name='DomainCap',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('commune', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.commune')),
                        ('domain', models.CharField(choices=[('ball_games', 'sports collectifs et de balle'), ('water', 'natation et sports d’eau'), ('combat', 'arts martiaux et combat'), ('motion', 'gymnastique, athlétisme et plein air'), ('music', 'musique et chant'), ('dance', 'danse et cirque'), ('stage', 'théâtre et expression'), ('visual', 'arts plastiques et image'), ('reading', 'lecture et écriture'), ('science', 'sciences et numérique'), ('nature', 'nature et jardin'), ('play', 'jeux et fabrication'), ('citizenship', 'citoyenneté et langues'), ('support', 'aide aux devoirs et accompagnement')], max_length=12, verbose_name='domaine')),
                        ('valid_from', models.DateField(verbose_name='valable à partir du')),
                        ('most', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='groupes par enfant et par année')),
                        ('decided_by', models.CharField(max_length=200, verbose_name='décidé par')),
                    ],
                    options={
                        'verbose_name': 'limite par domaine',
                        'ordering': ['domain', '-valid_from'],
                        'constraints': [models.UniqueConstraint(fields=('commune', 'domain', 'valid_from'), name='domain_cap_begins_once_a_day'), models.CheckConstraint(condition=models.Q(('most__isnull', True), ('most__gte', 1), _connector='OR'), name='a_cap_leaves_one_group')],
                    },
                ),
                migrations.CreateModel(
                    name='BookingUnit',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('key', models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name='clé')),
                        ('activity', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='units', to='activities.activity')),
                        ('slot', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='units', to='activities.slot')),
                        ('session', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='units', to='activities.session')),
                        ('label', models.CharField(max_length=120, verbose_name='groupe ou date')),
                        ('starts_on', models.DateField(verbose_name='du')),
                        ('ends_on', models.DateField(verbose_name='au')),
                        ('mode', models.CharField(choices=[('direct', 'inscription directe'), ('campaign', 'vœux et tirage au sort')], default='direct', max_length=8, verbose_name='inscription')),
                        ('capacity', models.PositiveSmallIntegerField(verbose_name='places')),
                        ('taken', models.PositiveSmallIntegerField(default=0, verbose_name='places prises')),
                        ('queued', models.PositiveIntegerField(default=0, verbose_name='dernier rang d’attente donné')),
                        ('opens_at', models.DateTimeField(blank=True, null=True, verbose_name='ouvre le')),
                        ('closes_at', models.DateTimeField(blank=True, null=True, verbose_name='ferme le')),
                        ('documents', models.JSONField(blank=True, default=list, verbose_name='pièces demandées')),
                        ('release_days', models.PositiveSmallIntegerField(default=2, verbose_name='jours pour rendre une place')),
                        ('keeps_freed', models.BooleanField(default=False, verbose_name='places rendues gardées pour le second tour')),
                        ('version', models.PositiveIntegerField(default=1, verbose_name='version')),
                    ],
                    options={
                        'verbose_name': 'groupe ouvert à l’inscription',
                        'ordering': ['starts_on', 'label', 'pk'],
                        'constraints': [models.UniqueConstraint(fields=('session',), name='one_unit_by_session'), models.UniqueConstraint(fields=('slot', 'starts_on'), name='one_unit_by_slot_and_period'), models.CheckConstraint(condition=models.Q(('taken__lte', models.F('capacity'))), name='never_one_place_too_many'), models.CheckConstraint(condition=models.Q(('ends_on__gte', models.F('starts_on'))), name='unit_ends_after_it_starts'), models.CheckConstraint(condition=models.Q(models.Q(('session__isnull', True), ('slot__isnull', False)), models.Q(('session__isnull', False), ('slot__isnull', True)), _connector='OR'), name='a_unit_is_a_group_or_a_date'), models.CheckConstraint(condition=models.Q(('closes_at__isnull', True), ('opens_at__isnull', True), ('closes_at__gt', models.F('opens_at')), _connector='OR'), name='unit_closes_after_it_opens')],
                    },
                ),
                migrations.CreateModel(
                    name='Enrolment',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('key', models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name='clé')),
                        ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='enrolments', to='enrolment.bookingunit')),
                        ('child', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='enrolments', to='households.child')),
                        ('household', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='enrolments', to='households.household')),
                        ('state', models.CharField(choices=[('confirmed', 'inscrit'), ('waiting', 'en liste d’attente'), ('offered', 'place proposée'), ('released', 'place rendue'), ('expired', 'proposition sans réponse'), ('refused', 'refusée'), ('ended', 'terminée')], max_length=10, verbose_name='état')),
                        ('channel', models.CharField(choices=[('online', 'en ligne'), ('counter', 'au guichet'), ('phone', 'par téléphone'), ('paper', 'sur papier')], default='online', max_length=8, verbose_name='par')),
                        ('asked_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='households.adult')),
                        ('entered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('asked_at', models.DateTimeField(verbose_name='demandée le')),
                        ('queue_number', models.PositiveIntegerField(blank=True, null=True, verbose_name='ordre d’attente')),
                        ('offered_until', models.DateTimeField(blank=True, null=True, verbose_name='réponse attendue avant')),
                        ('cents', models.PositiveIntegerField(blank=True, null=True, verbose_name='prix en centimes')),
                        ('quote', models.JSONField(blank=True, default=list, verbose_name='calcul du prix')),
                        ('reason', models.CharField(blank=True, max_length=24, verbose_name='motif')),
                        ('version', models.PositiveIntegerField(default=1, verbose_name='version')),
                    ],
                    options={
                        'verbose_name': 'inscription',
                        'ordering': ['-asked_at', '-pk'],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('state__in', ('confirmed', 'offered', 'waiting'))), fields=('unit', 'child'), name='a_child_asks_a_unit_once'), models.UniqueConstraint(condition=models.Q(('queue_number__isnull', False)), fields=('unit', 'queue_number'), name='one_enrolment_by_queue_number'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'waiting'), _negated=True), ('queue_number__isnull', False), _connector='OR'), name='who_waits_has_a_number'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'offered'), _negated=True), ('offered_until__isnull', False), _connector='OR'), name='an_offered_place_has_a_term')],
                        'indexes': [models.Index(fields=['unit', 'state', 'queue_number'], name='enrolment_by_unit'), models.Index(fields=['child', 'state'], name='enrolment_by_child')],
                    },
                ),
                migrations.CreateModel(
                    name='EnrolmentStep',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('enrolment', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='enrolment.enrolment')),
                        ('step', models.CharField(max_length=12, verbose_name='étape')),
                        ('from_state', models.CharField(blank=True, choices=[('confirmed', 'inscrit'), ('waiting', 'en liste d’attente'), ('offered', 'place proposée'), ('released', 'place rendue'), ('expired', 'proposition sans réponse'), ('refused', 'refusée'), ('ended', 'terminée')], max_length=10)),
                        ('to_state', models.CharField(choices=[('confirmed', 'inscrit'), ('waiting', 'en liste d’attente'), ('offered', 'place proposée'), ('released', 'place rendue'), ('expired', 'proposition sans réponse'), ('refused', 'refusée'), ('ended', 'terminée')], max_length=10)),
                        ('reason', models.CharField(blank=True, max_length=240, verbose_name='motif')),
                        ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('at', models.DateTimeField(verbose_name='le')),
                        ('told_at', models.DateTimeField(blank=True, null=True, verbose_name='annoncée le')),
                    ],
                    options={
                        'verbose_name': 'étape d’une inscription',
                        'ordering': ['at', 'pk'],
                        'indexes': [models.Index(condition=models.Q(('told_at__isnull', True)), fields=['id'], name='enrolment_steps_to_tell')],
                    },
                ),
                migrations.CreateModel(
                    name='EnrolmentMessage',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('step', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='messages', to='enrolment.enrolmentstep')),
                        ('adult', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='households.adult')),
                        ('channel', models.CharField(choices=[('mail', 'courriel'), ('paper', 'courrier postal'), ('phone', 'téléphone')], max_length=5, verbose_name='par')),
                        ('made_at', models.DateTimeField(verbose_name='préparé le')),
                        ('taken_at', models.DateTimeField(blank=True, null=True, verbose_name='confié à l’envoi le')),
                        ('done_at', models.DateTimeField(blank=True, null=True, verbose_name='fait le')),
                        ('done_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'verbose_name': 'message d’inscription',
                        'ordering': ['made_at', 'pk'],
                        'constraints': [models.UniqueConstraint(fields=('step', 'adult'), name='each_adult_is_told_of_a_step_once')],
                        'indexes': [models.Index(condition=models.Q(('done_at__isnull', True)), fields=['channel', 'made_at'], name='enrolment_messages_to_do')],
                    },
                ),
            ],
        ),
    ]
