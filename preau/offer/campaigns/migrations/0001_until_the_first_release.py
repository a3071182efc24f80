import django.db.models.deletion
import preau.foundation.crypto.fields
import preau.offer.allocation.problem
import preau.offer.campaigns.models.application
import uuid
from django.conf import settings
from django.db import migrations, models

from preau.foundation.newtables import NewTables, NewTriggers
from preau.offer.campaigns.frozen import protect, protect_signed, protect_answered


class Migration(migrations.Migration):

    replaces = [('campaigns', '0001_first'), ('campaigns', '0002_fixed'), ('campaigns', '0003_letters'), ('campaigns', '0004_overrides'), ('campaigns', '0005_appeals'), ('campaigns', '0006_second_round_and_staff_hours')]

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('enrolment', '0001_until_the_first_release'),
        ('households', '0001_until_the_first_release'),
        ('organisations', '0001_until_the_first_release'),
    ]

    operations = [
        NewTables(
            models=[
                migrations.CreateModel(
                    name='AllocationCampaign',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('commune', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='campaigns', to='organisations.commune')),
                        ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='campaigns', to='organisations.organisation')),
                        ('slug', models.SlugField(max_length=80, verbose_name='adresse')),
                        ('title', models.CharField(max_length=120, verbose_name='titre de la campagne')),
                        ('summary', models.TextField(blank=True, verbose_name='en quelques mots')),
                        ('school_year', models.PositiveSmallIntegerField(verbose_name='année scolaire')),
                        ('legal_profile', models.CharField(choices=[('lunch', 'restauration scolaire'), ('out_of_class', 'accueil périscolaire ou de loisirs'), ('sport_culture', 'sport, culture, vacances'), ('early_years', 'petite enfance')], max_length=16, verbose_name='service')),
                        ('state', models.CharField(choices=[('prepared', 'en préparation'), ('rules_adopted', 'règles adoptées'), ('announced', 'annoncée'), ('open', 'ouverte aux vœux'), ('closed', 'vœux clos'), ('decided', 'places attribuées'), ('notified', 'familles prévenues'), ('second', 'second tour publié'), ('settled', 'terminée'), ('cancelled', 'annulée')], default='prepared', max_length=16, verbose_name='état')),
                        ('opens_at', models.DateTimeField(verbose_name='ouvre le')),
                        ('closes_at', models.DateTimeField(verbose_name='ferme le')),
                        ('answer_until', models.DateTimeField(blank=True, null=True, verbose_name='réponse attendue avant')),
                        ('first_activity_first', models.BooleanField(default=True, verbose_name='une première activité pour chacun d’abord')),
                        ('second_round', models.BooleanField(default=False, verbose_name='un second tour avec les places rendues')),
                        ('travel_minutes', models.PositiveSmallIntegerField(default=0, verbose_name='minutes de trajet entre deux lieux')),
                        ('low_quotient', models.PositiveIntegerField(default=600, verbose_name='quotient familial bas jusqu’à')),
                        ('resolution_number', models.CharField(blank=True, max_length=60, verbose_name='numéro de la délibération')),
                        ('resolution_on', models.DateField(blank=True, null=True, verbose_name='votée le')),
                        ('officer_opinion', models.TextField(blank=True, verbose_name='avis du délégué à la protection des données')),
                        ('rules', models.JSONField(blank=True, null=True, verbose_name='règles votées')),
                        ('rules_hash', models.CharField(blank=True, max_length=64, verbose_name='empreinte des règles')),
                        ('secret', preau.foundation.crypto.fields.EncryptedTextField(blank=True, verbose_name='secret du tirage')),
                        ('commitment', models.CharField(blank=True, max_length=64, verbose_name='empreinte du secret')),
                        ('public_source', models.CharField(blank=True, max_length=200, verbose_name='nombre public annoncé')),
                        ('public_number', models.CharField(blank=True, max_length=120, verbose_name='nombre public')),
                        ('contact', models.CharField(blank=True, max_length=200, verbose_name='qui joindre')),
                        ('created_at', models.DateTimeField(verbose_name='créée le')),
                        ('version', models.PositiveIntegerField(default=1, verbose_name='version')),
                    ],
                    options={
                        'verbose_name': 'campagne d’inscription',
                        'ordering': ['-opens_at', 'pk'],
                        'constraints': [models.UniqueConstraint(fields=('commune', 'slug'), name='campaign_slug_once_by_commune'), models.CheckConstraint(condition=models.Q(('closes_at__gt', models.F('opens_at'))), name='campaign_closes_after_it_opens'), models.CheckConstraint(condition=models.Q(('state__in', ['prepared', 'rules_adopted', 'announced', 'open', 'closed', 'decided', 'notified', 'second', 'settled', 'cancelled'])), name='campaign_state_is_known'), models.CheckConstraint(condition=models.Q(('state__in', ('prepared', 'cancelled')), models.Q(models.Q(('rules_hash', ''), _negated=True), models.Q(('resolution_number', ''), _negated=True), ('resolution_on__isnull', False)), _connector='OR'), name='rules_are_voted_before_they_serve'), models.CheckConstraint(condition=models.Q(models.Q(('state__in', ('announced', 'open', 'closed', 'decided', 'notified', 'second', 'settled')), _negated=True), models.Q(models.Q(('commitment', ''), _negated=True), models.Q(('public_source', ''), _negated=True)), _connector='OR'), name='a_draw_is_promised_before_it_is_made')],
                    },
                ),
                migrations.CreateModel(
                    name='CampaignStep',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('campaign', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='campaigns.allocationcampaign')),
                        ('step', models.CharField(max_length=10, verbose_name='étape')),
                        ('from_state', models.CharField(choices=[('prepared', 'en préparation'), ('rules_adopted', 'règles adoptées'), ('announced', 'annoncée'), ('open', 'ouverte aux vœux'), ('closed', 'vœux clos'), ('decided', 'places attribuées'), ('notified', 'familles prévenues'), ('second', 'second tour publié'), ('settled', 'terminée'), ('cancelled', 'annulée')], max_length=16)),
                        ('to_state', models.CharField(choices=[('prepared', 'en préparation'), ('rules_adopted', 'règles adoptées'), ('announced', 'annoncée'), ('open', 'ouverte aux vœux'), ('closed', 'vœux clos'), ('decided', 'places attribuées'), ('notified', 'familles prévenues'), ('second', 'second tour publié'), ('settled', 'terminée'), ('cancelled', 'annulée')], max_length=16)),
                        ('reason', models.CharField(blank=True, max_length=400, verbose_name='raison')),
                        ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('at', models.DateTimeField(verbose_name='le')),
                    ],
                    options={
                        'verbose_name': 'étape d’une campagne',
                        'ordering': ['at', 'pk'],
                    },
                ),
                migrations.CreateModel(
                    name='CampaignOffer',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('campaign', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='offers', to='campaigns.allocationcampaign')),
                        ('unit', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='campaign_offer', to='enrolment.bookingunit')),
                        ('seats', models.PositiveSmallIntegerField(verbose_name='places de la campagne')),
                        ('beside', models.CharField(blank=True, max_length=40, verbose_name='à côté de')),
                    ],
                    options={
                        'verbose_name': 'offre d’une campagne',
                        'ordering': ['unit__activity__title', 'unit__label', 'pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('seats__gte', 1)), name='a_campaign_offer_has_seats')],
                    },
                ),
                migrations.CreateModel(
                    name='Application',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('key', models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name='clé')),
                        ('code', models.CharField(default=preau.offer.campaigns.models.application.new_code, editable=False, max_length=16, unique=True, verbose_name='code publié')),
                        ('campaign', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='applications', to='campaigns.allocationcampaign')),
                        ('child', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='applications', to='households.child')),
                        ('household', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='applications', to='households.household')),
                        ('state', models.CharField(choices=[('draft', 'brouillon'), ('sent', 'envoyée'), ('withdrawn', 'retirée')], default='draft', max_length=10, verbose_name='état')),
                        ('most', models.PositiveSmallIntegerField(default=1, verbose_name='activités souhaitées au plus')),
                        ('together', models.BooleanField(default=True, verbose_name='ensemble si possible')),
                        ('channel', models.CharField(choices=[('online', 'en ligne'), ('counter', 'au guichet'), ('phone', 'par téléphone'), ('paper', 'sur papier')], default='online', max_length=8, verbose_name='par')),
                        ('asked_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='households.adult')),
                        ('entered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('facts', models.JSONField(blank=True, null=True, verbose_name='critères retenus')),
                        ('started_at', models.DateTimeField(verbose_name='commencée le')),
                        ('saved_at', models.DateTimeField(verbose_name='enregistrée le')),
                        ('sent_at', models.DateTimeField(blank=True, null=True, verbose_name='envoyée le')),
                        ('reminded_at', models.DateTimeField(blank=True, null=True, verbose_name='rappelée le')),
                        ('stays_at', models.DateTimeField(blank=True, null=True, verbose_name='reste où il est depuis le')),
                        ('stays_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('reminded_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('version', models.PositiveIntegerField(default=1, verbose_name='version')),
                        ('accompanied', models.ManyToManyField(blank=True, related_name='accompanied', to='campaigns.campaignoffer')),
                    ],
                    options={
                        'verbose_name': 'demande',
                        'ordering': ['started_at', 'pk'],
                        'constraints': [models.UniqueConstraint(fields=('campaign', 'child'), name='one_application_by_child_and_campaign'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'sent'), _negated=True), ('sent_at__isnull', False), _connector='OR'), name='what_is_sent_has_an_instant'), models.CheckConstraint(condition=models.Q(('most__gte', 1)), name='an_application_asks_for_something')],
                        'indexes': [models.Index(fields=['campaign', 'state'], name='application_by_state')],
                    },
                ),
                migrations.CreateModel(
                    name='Override',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('key', models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name='clé')),
                        ('campaign', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='overrides', to='campaigns.allocationcampaign')),
                        ('application', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='overrides', to='campaigns.application')),
                        ('offer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='overrides', to='campaigns.campaignoffer')),
                        ('state', models.CharField(choices=[('asked', 'à signer'), ('signed', 'signée'), ('refused', 'refusée'), ('withdrawn', 'retirée')], default='asked', max_length=10, verbose_name='état')),
                        ('reason', models.CharField(choices=[('protection', 'protection d’un enfant'), ('shelter', 'famille hébergée en urgence'), ('data_error', 'renseignement corrigé'), ('court', 'décision de justice')], max_length=12, verbose_name='motif')),
                        ('seat', models.CharField(choices=[('extra', 'une place de plus, tout de suite'), ('rank', 'un rang sur la liste d’attente')], default='extra', max_length=6, verbose_name='quelle place')),
                        ('rank', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='rang donné')),
                        ('words', models.TextField(blank=True, verbose_name='ce qui le justifie')),
                        ('author', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('asked_at', models.DateTimeField(verbose_name='demandée le')),
                        ('second_reader', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('signed_at', models.DateTimeField(blank=True, null=True, verbose_name='signée le')),
                        ('told', models.TextField(blank=True, verbose_name='ce que la famille en lit')),
                        ('closing', models.CharField(blank=True, max_length=400, verbose_name='raison du refus ou du retrait')),
                        ('closed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('closed_at', models.DateTimeField(blank=True, null=True, verbose_name='refusée ou retirée le')),
                        ('enrolment', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='overrides', to='enrolment.enrolment')),
                    ],
                    options={
                        'verbose_name': 'dérogation',
                        'ordering': ['-asked_at'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('second_reader__isnull', True), models.Q(('second_reader', models.F('author')), _negated=True), _connector='OR'), name='an_override_is_signed_by_two'), models.CheckConstraint(condition=models.Q(models.Q(('second_reader__isnull', True), ('signed_at__isnull', True)), models.Q(('second_reader__isnull', False), ('signed_at__isnull', False)), _connector='OR'), name='an_override_is_signed_at_an_instant'), models.CheckConstraint(condition=models.Q(models.Q(('signed_at__isnull', False), ('state', 'signed')), models.Q(models.Q(('state', 'signed'), _negated=True), ('signed_at__isnull', True)), _connector='OR'), name='an_override_that_serves_was_signed'), models.CheckConstraint(condition=models.Q(models.Q(('rank__isnull', True), ('seat', 'extra')), models.Q(('rank__gte', 1), ('seat', 'rank')), _connector='OR'), name='an_override_gives_a_seat_or_a_rank'), models.UniqueConstraint(condition=models.Q(('state', 'asked')), fields=('application', 'offer'), name='an_override_is_asked_once')],
                    },
                ),
                migrations.CreateModel(
                    name='Appeal',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('key', models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name='clé')),
                        ('application', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='appeals', to='campaigns.application')),
                        ('kind', models.CharField(choices=[('review', 'nouvel examen par la ville'), ('defender', 'Défenseur des droits'), ('court', 'tribunal administratif')], max_length=10, verbose_name='devant')),
                        ('ground', models.CharField(blank=True, choices=[('data', 'un renseignement est faux ou n’est plus vrai'), ('situation', 'le calcul ne pouvait pas connaître notre situation'), ('rules', 'les règles votées n’ont pas été suivies'), ('unclear', 'je ne comprends pas la réponse')], max_length=10, verbose_name='ce qui ne va pas')),
                        ('words', models.TextField(blank=True, verbose_name='ce que dit la famille')),
                        ('channel', models.CharField(choices=[('online', 'en ligne'), ('counter', 'au guichet'), ('phone', 'par téléphone'), ('paper', 'sur papier')], default='online', max_length=8, verbose_name='par')),
                        ('asked_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='households.adult')),
                        ('entered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('received_on', models.DateField(verbose_name='reçu le')),
                        ('due_on', models.DateField(verbose_name='réponse due le')),
                        ('is_late', models.BooleanField(default=False, verbose_name='hors délai')),
                        ('result', models.CharField(blank=True, choices=[('upheld', 'la décision est revue'), ('confirmed', 'la décision est maintenue')], max_length=10, verbose_name='issue')),
                        ('outcome', models.TextField(blank=True, verbose_name='réponse')),
                        ('answered_on', models.DateField(blank=True, null=True, verbose_name='répondu le')),
                        ('answered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('withdrawn_on', models.DateField(blank=True, null=True, verbose_name='retiré le')),
                        ('override', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='appeals', to='campaigns.override')),
                    ],
                    options={
                        'verbose_name': 'recours',
                        'ordering': ['due_on', 'pk'],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('answered_on__isnull', True), ('kind', 'review'), ('withdrawn_on__isnull', True), ('asked_by__isnull', False)), fields=('application', 'asked_by'), name='one_open_review_by_person'), models.UniqueConstraint(condition=models.Q(('answered_on__isnull', True), ('kind', 'review'), ('withdrawn_on__isnull', True), ('asked_by__isnull', True)), fields=('application',), name='one_open_review_by_child'), models.CheckConstraint(condition=models.Q(models.Q(('answered_on__isnull', True), ('outcome', ''), ('result', '')), models.Q(('answered_on__isnull', False), models.Q(('result', ''), _negated=True), models.Q(('outcome', ''), _negated=True)), _connector='OR'), name='an_appeal_is_answered_in_words'), models.CheckConstraint(condition=models.Q(('answered_on__isnull', True), ('withdrawn_on__isnull', True), _connector='OR'), name='what_is_withdrawn_is_not_answered')],
                    },
                ),
                migrations.CreateModel(
                    name='Letter',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('application', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='letters', to='campaigns.application')),
                        ('adult', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='households.adult')),
                        ('subject', models.CharField(choices=[('decision', 'la réponse à la demande'), ('second', 'la réponse du second tour'), ('exception', 'une place donnée hors de l’ordre'), ('receipt', 'le récépissé d’un recours'), ('answer', 'la réponse à un recours')], max_length=10, verbose_name='ce qu’elle dit')),
                        ('about', models.UUIDField(verbose_name='à propos de')),
                        ('posted_at', models.DateTimeField(verbose_name='postée le')),
                        ('posted_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'verbose_name': 'lettre postée',
                        'ordering': ['-posted_at', '-pk'],
                        'constraints': [models.UniqueConstraint(fields=('about', 'adult', 'subject'), name='a_letter_is_posted_once')],
                    },
                ),
                migrations.CreateModel(
                    name='Reserve',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('offer', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reserves', to='campaigns.campaignoffer')),
                        ('criterion', models.CharField(max_length=24, verbose_name='pour les enfants qui')),
                        ('seats', models.PositiveSmallIntegerField(verbose_name='places réservées')),
                        ('staff_minutes', models.PositiveIntegerField(blank=True, null=True, verbose_name='minutes d’accompagnement par semaine')),
                        ('kind', models.CharField(choices=[(preau.offer.allocation.problem.Kind['SOFT'], 'rendue si personne ne la demande'), (preau.offer.allocation.problem.Kind['HARD'], 'gardée vide')], default=preau.offer.allocation.problem.Kind['SOFT'], max_length=6, verbose_name='si elle reste libre')),
                        ('order', models.CharField(choices=[(preau.offer.allocation.problem.Order['BEFORE'], 'remplie avant les autres places'), (preau.offer.allocation.problem.Order['AFTER'], 'remplie après les autres places'), (preau.offer.allocation.problem.Order['BOTH'], 'moitié avant, moitié après')], default=preau.offer.allocation.problem.Order['AFTER'], max_length=6, verbose_name='ordre')),
                        ('rank', models.PositiveSmallIntegerField(default=1, verbose_name='rang')),
                    ],
                    options={
                        'verbose_name': 'place réservée',
                        'ordering': ['rank', 'pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('seats__gte', 1)), name='a_reserve_has_seats')],
                    },
                ),
                migrations.CreateModel(
                    name='Bundle',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('campaign', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='bundles', to='campaigns.allocationcampaign')),
                        ('label', models.CharField(max_length=120, verbose_name='nom du groupe d’offres')),
                        ('offers', models.ManyToManyField(related_name='bundles', to='campaigns.campaignoffer')),
                    ],
                    options={
                        'verbose_name': 'offres groupées',
                        'ordering': ['label', 'pk'],
                    },
                ),
                migrations.CreateModel(
                    name='RankedWish',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('application', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='wishes', to='campaigns.application')),
                        ('rank', models.PositiveSmallIntegerField(verbose_name='rang')),
                        ('offer', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='wishes', to='campaigns.campaignoffer')),
                        ('bundle', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='wishes', to='campaigns.bundle')),
                        ('part_is_fine', models.BooleanField(default=False, verbose_name='une partie suffit')),
                    ],
                    options={
                        'verbose_name': 'vœu',
                        'ordering': ['application', 'rank'],
                        'constraints': [models.UniqueConstraint(fields=('application', 'rank'), name='one_wish_by_rank'), models.UniqueConstraint(condition=models.Q(('offer__isnull', False)), fields=('application', 'offer'), name='an_offer_is_wished_once'), models.UniqueConstraint(condition=models.Q(('bundle__isnull', False)), fields=('application', 'bundle'), name='a_bundle_is_wished_once'), models.CheckConstraint(condition=models.Q(models.Q(('bundle__isnull', True), ('offer__isnull', False)), models.Q(('bundle__isnull', False), ('offer__isnull', True)), _connector='OR'), name='a_wish_is_an_offer_or_a_bundle')],
                    },
                ),
                migrations.CreateModel(
                    name='PriorityRule',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('campaign', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='priority_rules', to='campaigns.allocationcampaign')),
                        ('rank', models.PositiveSmallIntegerField(verbose_name='rang')),
                        ('label', models.CharField(max_length=160, verbose_name='en clair')),
                        ('criteria', models.JSONField(default=list, verbose_name='critères')),
                        ('legal_basis', models.CharField(blank=True, max_length=240, verbose_name='fondement')),
                        ('proof', models.CharField(blank=True, max_length=160, verbose_name='justificatif')),
                    ],
                    options={
                        'verbose_name': 'critère de priorité',
                        'ordering': ['rank'],
                        'constraints': [models.UniqueConstraint(fields=('campaign', 'rank'), name='one_priority_rule_by_rank')],
                    },
                ),
                migrations.CreateModel(
                    name='AllocationRun',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('campaign', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='runs', to='campaigns.allocationcampaign')),
                        ('kind', models.CharField(choices=[('simulation', 'essai'), ('official', 'tirage officiel'), ('second', 'second tour')], max_length=10, verbose_name='nature')),
                        ('input_hash', models.CharField(max_length=64, verbose_name='empreinte des demandes')),
                        ('result_hash', models.CharField(max_length=64, verbose_name='empreinte du résultat')),
                        ('document', models.TextField(blank=True, verbose_name='fichier rejouable')),
                        ('summary', models.JSONField(default=dict, verbose_name='résumé')),
                        ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('at', models.DateTimeField(verbose_name='le')),
                    ],
                    options={
                        'verbose_name': 'calcul d’attribution',
                        'ordering': ['-at', '-pk'],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('kind', 'official')), fields=('campaign',), name='one_official_run_by_campaign'), models.UniqueConstraint(condition=models.Q(('kind', 'second')), fields=('campaign',), name='one_second_round_by_campaign')],
                    },
                ),
                migrations.CreateModel(
                    name='CaseExplanation',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('run', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='cases', to='campaigns.allocationrun')),
                        ('application', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='cases', to='campaigns.application')),
                        ('rank', models.PositiveSmallIntegerField(verbose_name='rang du vœu')),
                        ('result', models.CharField(max_length=12, verbose_name='résultat')),
                        ('reason', models.CharField(max_length=16, verbose_name='motif')),
                        ('content', models.JSONField(verbose_name='explication détaillée')),
                        ('words', models.TextField(verbose_name='explication en clair')),
                    ],
                    options={
                        'verbose_name': 'explication d’une décision',
                        'ordering': ['application', 'rank'],
                        'constraints': [models.UniqueConstraint(fields=('run', 'application', 'rank'), name='one_explanation_by_wish_and_run')],
                    },
                ),
            ],
        ),
        NewTriggers(protect, protect_signed, protect_answered),
    ]
