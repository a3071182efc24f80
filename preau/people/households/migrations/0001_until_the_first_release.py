import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models

from preau.foundation.newtables import NewTables


class Migration(migrations.Migration):

    replaces = [('households', '0001_initial'), ('households', '0002_quotient_terms_and_outside_logins'), ('households', '0003_going_towards_families')]

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
                    name='Adult',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('key', models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name='clé')),
                        ('commune', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='adults', to='organisations.commune')),
                        ('account', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='as_adult', to=settings.AUTH_USER_MODEL)),
                        ('first_name', models.CharField(max_length=80, verbose_name='prénom')),
                        ('last_name', models.CharField(max_length=80, verbose_name='nom')),
                        ('email', models.EmailField(blank=True, max_length=254, verbose_name='adresse électronique')),
                        ('phone', models.CharField(blank=True, max_length=40, verbose_name='téléphone')),
                        ('contact_by', models.CharField(choices=[('mail', 'courriel'), ('paper', 'courrier postal'), ('phone', 'téléphone')], default='mail', max_length=5, verbose_name='joindre de préférence par')),
                        ('language', models.CharField(default='fr', max_length=10, verbose_name='langue')),
                        ('created_at', models.DateTimeField(verbose_name='créé le')),
                        ('erased_on', models.DateField(blank=True, null=True, verbose_name='effacé le')),
                        ('version', models.PositiveIntegerField(default=1, verbose_name='version')),
                    ],
                    options={
                        'verbose_name': 'adulte de la famille',
                        'ordering': ['last_name', 'first_name', 'pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('contact_by', 'mail'), _negated=True), models.Q(('email', ''), _negated=True), ('erased_on__isnull', False), _connector='OR'), name='who_is_reached_by_mail_has_an_address')],
                        'indexes': [models.Index(fields=['commune', 'last_name'], name='adult_by_name')],
                    },
                ),
                migrations.CreateModel(
                    name='Child',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('key', models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name='clé')),
                        ('commune', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='children', to='organisations.commune')),
                        ('first_name', models.CharField(max_length=80, verbose_name='prénom')),
                        ('last_name', models.CharField(max_length=80, verbose_name='nom')),
                        ('born_on', models.DateField(verbose_name='date de naissance')),
                        ('sex', models.CharField(blank=True, choices=[('girl', 'fille'), ('boy', 'garçon')], max_length=4, verbose_name='sexe')),
                        ('school', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='organisations.organisation')),
                        ('level', models.CharField(blank=True, max_length=12, verbose_name='classe')),
                        ('account', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='as_child', to=settings.AUTH_USER_MODEL)),
                        ('created_at', models.DateTimeField(verbose_name='créé le')),
                        ('erased_on', models.DateField(blank=True, null=True, verbose_name='effacé le')),
                        ('version', models.PositiveIntegerField(default=1, verbose_name='version')),
                    ],
                    options={
                        'verbose_name': 'enfant',
                        'ordering': ['born_on', 'pk'],
                        'indexes': [models.Index(fields=['commune', 'last_name', 'born_on'], name='child_by_name')],
                    },
                ),
                migrations.CreateModel(
                    name='Consent',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('child', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='consents', to='households.child')),
                        ('adult', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='consents', to='households.adult')),
                        ('purpose', models.CharField(choices=[('pictures', 'photos et vidéos de l’enfant'), ('newsletter', 'nouvelles des activités'), ('surveys', 'être recontacté pour une enquête'), ('care_shared', 'partage de « ce qui m’aide » avec l’équipe'), ('quotient_lookup', 'lecture du quotient familial auprès de la CAF ou de la MSA')], max_length=16, verbose_name='finalité')),
                        ('text_version', models.CharField(max_length=20, verbose_name='version du texte')),
                        ('channel', models.CharField(choices=[('online', 'en ligne'), ('counter', 'au guichet'), ('phone', 'par téléphone'), ('paper', 'sur papier')], default='online', max_length=8, verbose_name='par')),
                        ('given_at', models.DateTimeField(verbose_name='donné le')),
                        ('withdrawn_at', models.DateTimeField(blank=True, null=True, verbose_name='retiré le')),
                        ('entered_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'verbose_name': 'consentement',
                        'ordering': ['-given_at'],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('child__isnull', False), ('withdrawn_at__isnull', True)), fields=('child', 'adult', 'purpose'), name='one_open_consent_by_child'), models.UniqueConstraint(condition=models.Q(('child__isnull', True), ('withdrawn_at__isnull', True)), fields=('adult', 'purpose'), name='one_open_consent_by_adult'), models.CheckConstraint(condition=models.Q(('withdrawn_at__isnull', True), ('withdrawn_at__gte', models.F('given_at')), _connector='OR'), name='consent_ends_after_it_was_given')],
                    },
                ),
                migrations.CreateModel(
                    name='Household',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('key', models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name='clé')),
                        ('commune', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='households', to='organisations.commune')),
                        ('address', models.CharField(blank=True, max_length=200, verbose_name='adresse')),
                        ('postcode', models.CharField(blank=True, max_length=10, verbose_name='code postal')),
                        ('city', models.CharField(blank=True, max_length=80, verbose_name='ville')),
                        ('place_key', models.CharField(blank=True, max_length=40, verbose_name='clé de l’adresse')),
                        ('lon', models.FloatField(blank=True, null=True, verbose_name='longitude')),
                        ('lat', models.FloatField(blank=True, null=True, verbose_name='latitude')),
                        ('quarter', models.SlugField(blank=True, max_length=80, verbose_name='quartier')),
                        ('is_resident', models.BooleanField(default=True, verbose_name='habite la commune')),
                        ('created_at', models.DateTimeField(verbose_name='créé le')),
                        ('erased_on', models.DateField(blank=True, null=True, verbose_name='effacé le')),
                        ('version', models.PositiveIntegerField(default=1, verbose_name='version')),
                    ],
                    options={
                        'verbose_name': 'foyer',
                        'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('lat__isnull', True), ('lon__isnull', True)), models.Q(('lat__isnull', False), ('lon__isnull', False)), _connector='OR'), name='a_home_is_on_the_map_or_not')],
                    },
                ),
                migrations.CreateModel(
                    name='SupportingDocument',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('key', models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name='clé')),
                        ('household', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='documents', to='households.household')),
                        ('child', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='documents', to='households.child')),
                        ('kind', models.CharField(choices=[('address', 'justificatif de domicile'), ('insurance', 'assurance extrascolaire'), ('quotient', 'attestation de quotient familial'), ('authority', 'décision sur l’autorité parentale'), ('swimming', 'attestation d’aisance aquatique'), ('vaccination', 'vaccinations obligatoires vues'), ('other', 'autre pièce demandée')], max_length=12, verbose_name='nature')),
                        ('file', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='files.storedfile')),
                        ('state', models.CharField(choices=[('sent', 'à vérifier'), ('accepted', 'acceptée'), ('refused', 'refusée')], default='sent', max_length=8, verbose_name='état')),
                        ('reason', models.CharField(blank=True, max_length=240, verbose_name='raison du refus')),
                        ('valid_until', models.DateField(blank=True, null=True, verbose_name='valable jusqu’au')),
                        ('given_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('given_at', models.DateTimeField(verbose_name='donnée le')),
                        ('checked_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('checked_at', models.DateTimeField(blank=True, null=True, verbose_name='vérifiée le')),
                    ],
                    options={
                        'verbose_name': 'pièce justificative',
                        'ordering': ['-given_at'],
                        'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('child__isnull', True), ('household__isnull', False)), models.Q(('child__isnull', False), ('household__isnull', True)), _connector='OR'), name='a_document_is_of_a_home_or_of_a_child'), models.CheckConstraint(condition=models.Q(('state', 'sent'), ('checked_at__isnull', False), _connector='OR'), name='a_document_is_judged_by_somebody')],
                    },
                ),
                migrations.CreateModel(
                    name='Guardian',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='guardians', to='households.child')),
                        ('adult', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='wards', to='households.adult')),
                        ('kind', models.CharField(choices=[('parent', 'parent'), ('guardian', 'tuteur ou tutrice'), ('foster_carer', 'famille d’accueil'), ('delegate', 'personne à qui l’autorité parentale est déléguée'), ('institution', 'service gardien')], max_length=12, verbose_name='lien')),
                        ('rights', models.CharField(choices=[('full', 'autorité parentale'), ('usual_acts', 'actes usuels'), ('informed', 'information seulement'), ('blocked', 'aucun accès')], max_length=10, verbose_name='droits')),
                        ('basis', models.CharField(blank=True, max_length=200, verbose_name='fondé sur')),
                        ('document', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='households.supportingdocument')),
                        ('from_on', models.DateField(verbose_name='depuis le')),
                        ('until_on', models.DateField(blank=True, null=True, verbose_name='jusqu’au')),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('recorded_at', models.DateTimeField(verbose_name='enregistré le')),
                    ],
                    options={
                        'verbose_name': 'responsable légal',
                        'ordering': ['child', 'from_on', 'pk'],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('until_on__isnull', True)), fields=('child', 'adult'), name='one_open_link_by_child_and_adult'), models.CheckConstraint(condition=models.Q(('until_on__isnull', True), ('until_on__gte', models.F('from_on')), _connector='OR'), name='guardian_ends_after_start'), models.CheckConstraint(condition=models.Q(('rights__in', ['full', 'usual_acts', 'informed', 'blocked'])), name='guardian_rights_are_known')],
                    },
                ),
                migrations.CreateModel(
                    name='HouseholdMember',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('household', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='members', to='households.household')),
                        ('adult', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='homes', to='households.adult')),
                        ('from_on', models.DateField(verbose_name='depuis le')),
                        ('until_on', models.DateField(blank=True, null=True, verbose_name='jusqu’au')),
                    ],
                    options={
                        'verbose_name': 'adulte du foyer',
                        'constraints': [models.UniqueConstraint(condition=models.Q(('until_on__isnull', True)), fields=('household', 'adult'), name='adult_once_in_a_home')],
                    },
                ),
                migrations.CreateModel(
                    name='Residence',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('household', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='residences', to='households.household')),
                        ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='residences', to='households.child')),
                        ('is_main', models.BooleanField(default=True, verbose_name='résidence principale')),
                        ('from_on', models.DateField(verbose_name='depuis le')),
                        ('until_on', models.DateField(blank=True, null=True, verbose_name='jusqu’au')),
                    ],
                    options={
                        'verbose_name': 'résidence d’un enfant',
                        'constraints': [models.UniqueConstraint(condition=models.Q(('until_on__isnull', True)), fields=('household', 'child'), name='child_once_in_a_home'), models.UniqueConstraint(condition=models.Q(('is_main', True), ('until_on__isnull', True)), fields=('child',), name='one_main_home_by_child')],
                    },
                ),
                migrations.CreateModel(
                    name='Invitation',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('kind', models.CharField(choices=[('account', 'ouvrir son compte'), ('guardian', 'suivre un enfant'), ('young', 'ouvrir son compte de jeune')], max_length=8, verbose_name='nature')),
                        ('child', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='invitations', to='households.child')),
                        ('adult', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='invitations', to='households.adult')),
                        ('email', models.EmailField(blank=True, max_length=254, verbose_name='adresse électronique')),
                        ('link', models.CharField(choices=[('parent', 'parent'), ('guardian', 'tuteur ou tutrice'), ('foster_carer', 'famille d’accueil'), ('delegate', 'personne à qui l’autorité parentale est déléguée'), ('institution', 'service gardien')], default='parent', max_length=12, verbose_name='lien')),
                        ('rights', models.CharField(choices=[('full', 'autorité parentale'), ('usual_acts', 'actes usuels'), ('informed', 'information seulement'), ('blocked', 'aucun accès')], default='usual_acts', max_length=10, verbose_name='droits')),
                        ('token_hash', models.CharField(max_length=64, unique=True, verbose_name='empreinte du code')),
                        ('sent_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('sent_at', models.DateTimeField(verbose_name='envoyée le')),
                        ('valid_until', models.DateTimeField(verbose_name='valable jusqu’au')),
                        ('used_at', models.DateTimeField(blank=True, null=True, verbose_name='utilisée le')),
                        ('withdrawn_at', models.DateTimeField(blank=True, null=True, verbose_name='retirée le')),
                    ],
                    options={
                        'verbose_name': 'invitation',
                        'ordering': ['-sent_at', '-pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('adult__isnull', False), ('kind', 'account')), ('child__isnull', False), _connector='OR'), name='an_invitation_is_for_somebody')],
                    },
                ),
                migrations.CreateModel(
                    name='AssistanceMandate',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('principal', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='mandates', to='households.adult')),
                        ('helper', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='mandates_held', to=settings.AUTH_USER_MODEL)),
                        ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='mandates', to='organisations.organisation')),
                        ('scopes', models.JSONField(default=list, verbose_name='démarches')),
                        ('identity_seen', models.CharField(max_length=60, verbose_name='pièce d’identité vue')),
                        ('signed_paper', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='files.storedfile')),
                        ('from_on', models.DateField(verbose_name='depuis le')),
                        ('until_on', models.DateField(verbose_name='jusqu’au')),
                        ('given_at', models.DateTimeField(verbose_name='donné le')),
                        ('revoked_at', models.DateTimeField(blank=True, null=True, verbose_name='révoqué le')),
                    ],
                    options={
                        'verbose_name': 'mandat d’aide',
                        'ordering': ['-given_at'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('until_on__gte', models.F('from_on'))), name='mandate_ends_after_it_starts')],
                    },
                ),
                migrations.CreateModel(
                    name='OutsideLogin',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('adult', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='outside_logins', to='households.adult')),
                        ('provider', models.CharField(max_length=20, verbose_name='par')),
                        ('subject', models.CharField(max_length=255, verbose_name='identifiant reçu')),
                        ('linked_at', models.DateTimeField(verbose_name='relié le')),
                    ],
                    options={
                        'verbose_name': 'connexion par l’État',
                        'constraints': [models.UniqueConstraint(fields=('provider', 'subject'), name='one_adult_by_outside_login'), models.UniqueConstraint(fields=('adult', 'provider'), name='one_outside_login_by_adult')],
                    },
                ),
                migrations.CreateModel(
                    name='PickupAuthorisation',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='pickups', to='households.child')),
                        ('name', models.CharField(max_length=120, verbose_name='nom et prénom')),
                        ('link', models.CharField(blank=True, max_length=60, verbose_name='lien avec l’enfant')),
                        ('phone', models.CharField(blank=True, max_length=40, verbose_name='téléphone')),
                        ('from_on', models.DateField(verbose_name='depuis le')),
                        ('until_on', models.DateField(blank=True, null=True, verbose_name='jusqu’au')),
                        ('given_by', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='households.adult')),
                        ('given_at', models.DateTimeField(verbose_name='donnée le')),
                    ],
                    options={
                        'verbose_name': 'personne autorisée à venir chercher l’enfant',
                        'ordering': ['name'],
                    },
                ),
                migrations.CreateModel(
                    name='FamilyQuotient',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('household', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='quotients', to='households.household')),
                        ('value', models.PositiveIntegerField(verbose_name='quotient familial')),
                        ('source', models.CharField(choices=[('declared', 'déclaré avec un justificatif'), ('api', 'lu auprès de la CAF ou de la MSA'), ('counter', 'vu au guichet')], max_length=8, verbose_name='d’après')),
                        ('provider', models.CharField(blank=True, max_length=8, verbose_name='organisme')),
                        ('month', models.DateField(verbose_name='mois')),
                        ('valid_from', models.DateField(verbose_name='à partir du')),
                        ('valid_until', models.DateField(verbose_name='jusqu’au')),
                        ('document', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='households.supportingdocument')),
                        ('consent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='households.consent')),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('recorded_at', models.DateTimeField(verbose_name='enregistré le')),
                    ],
                    options={
                        'verbose_name': 'quotient familial',
                        'ordering': ['-valid_from', '-pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('valid_until__gte', models.F('valid_from'))), name='quotient_ends_after_start')],
                    },
                ),
                migrations.CreateModel(
                    name='QuotientTerm',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('commune', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='quotient_terms', to='organisations.commune')),
                        ('months', models.PositiveSmallIntegerField(verbose_name='mois')),
                        ('valid_from', models.DateField(verbose_name='à partir du')),
                        ('set_at', models.DateTimeField(verbose_name='réglé le')),
                        ('set_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'verbose_name': 'durée d’un quotient familial',
                        'ordering': ['-valid_from'],
                        'constraints': [models.UniqueConstraint(fields=('commune', 'valid_from'), name='one_quotient_term_by_day'), models.CheckConstraint(condition=models.Q(('months__gte', 1), ('months__lte', 24)), name='quotient_term_is_sensible')],
                    },
                ),
                migrations.CreateModel(
                    name='FileReading',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='readings', to='households.child')),
                        ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('organisation', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='organisations.organisation')),
                        ('role', models.CharField(max_length=20, verbose_name='fonction')),
                        ('part', models.CharField(choices=[('file', 'la fiche'), ('documents', 'les pièces'), ('health', 'la fiche sanitaire'), ('roll_call', 'la liste d’appel'), ('places', 'les inscriptions'), ('outreach', 'le nom et comment joindre la famille, pour proposer une activité')], max_length=16, verbose_name='ce qui a été lu')),
                        ('at', models.DateTimeField(verbose_name='le')),
                    ],
                    options={
                        'verbose_name': 'lecture d’un dossier',
                        'ordering': ['-at', '-pk'],
                        'indexes': [models.Index(fields=['child', '-at'], name='reading_by_child')],
                    },
                ),
                migrations.CreateModel(
                    name='RetentionPolicy',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('thing', models.CharField(choices=[('family_file', 'dossier d’une famille sans inscription'), ('scan', 'copie d’une pièce vérifiée'), ('paper', 'résultat d’une pièce qui n’est plus valable'), ('reading', 'liste de qui a ouvert un dossier'), ('invitation', 'invitation sans suite')], max_length=12, verbose_name='ce qui est gardé')),
                        ('months', models.PositiveSmallIntegerField(verbose_name='mois')),
                        ('from_on', models.DateField(verbose_name='à partir du')),
                        ('text', models.CharField(blank=True, max_length=240, verbose_name='fondé sur')),
                        ('decided_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('decided_at', models.DateTimeField(verbose_name='décidée le')),
                    ],
                    options={
                        'verbose_name': 'durée de conservation',
                        'ordering': ['thing', '-from_on', '-pk'],
                    },
                ),
                migrations.CreateModel(
                    name='Elimination',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('adult', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='eliminations', to='households.adult')),
                        ('origin', models.CharField(choices=[('term', 'durée atteinte'), ('request', 'demande de la famille')], max_length=8, verbose_name='origine')),
                        ('due_on', models.DateField(verbose_name='dû le')),
                        ('listed_at', models.DateTimeField(verbose_name='inscrite le')),
                        ('visa_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('visa_at', models.DateTimeField(blank=True, null=True, verbose_name='visa du')),
                        ('refused_at', models.DateTimeField(blank=True, null=True, verbose_name='refusée le')),
                        ('because', models.CharField(blank=True, max_length=240, verbose_name='raison')),
                        ('withdrawn_at', models.DateTimeField(blank=True, null=True, verbose_name='retirée le')),
                        ('done_at', models.DateTimeField(blank=True, null=True, verbose_name='effacée le')),
                    ],
                    options={
                        'verbose_name': 'ligne du bordereau d’élimination',
                        'ordering': ['due_on', 'pk'],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('done_at__isnull', True), ('refused_at__isnull', True), ('withdrawn_at__isnull', True)), fields=('adult',), name='one_open_elimination_by_adult'), models.CheckConstraint(condition=models.Q(('done_at__isnull', True), ('visa_at__isnull', False), _connector='OR'), name='nothing_is_erased_without_a_visa')],
                    },
                ),
            ],
        ),
    ]
