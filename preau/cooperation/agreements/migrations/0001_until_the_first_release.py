import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from preau.cooperation.agreements.frozen import protect
from preau.foundation.newtables import NewTables, NewTriggers


class Migration(migrations.Migration):

    replaces = [('agreements', '0001_first'), ('agreements', '0002_fixed')]

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('files', '0001_until_the_first_release'),
        ('organisations', '0001_until_the_first_release'),
        ('plan', '0001_until_the_first_release'),
        ('versions', '0001_until_the_first_release'),
    ]

    operations = [
        NewTables(
            models=[
                migrations.CreateModel(
                    name='Agreement',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('commune', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='agreements', to='organisations.commune')),
                        ('kind', models.CharField(choices=[('plan', 'convention du projet éducatif de territoire'), ('wednesday', 'charte qualité du Plan mercredi'), ('sharing', 'convention de partage de locaux ou de matériel'), ('other', 'autre convention')], max_length=12, verbose_name='nature')),
                        ('title', models.CharField(max_length=200, verbose_name='titre')),
                        ('purpose', models.TextField(blank=True, verbose_name='objet')),
                        ('terms', models.TextField(blank=True, verbose_name='dispositions particulières')),
                        ('plan', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='agreements', to='plan.territorialeducationplan')),
                        ('version', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='agreements', to='versions.planversion')),
                        ('state', models.CharField(choices=[('draft', 'en préparation'), ('reviewed', 'relue, à voter'), ('adopted', 'votée, à signer'), ('signed', 'signée par tous'), ('in_force', 'en vigueur'), ('reviewed_yearly', 'en vigueur, bilan annuel fait'), ('renewed', 'renouvelée'), ('expired', 'arrivée à son terme'), ('terminated', 'dénoncée')], default='draft', max_length=16, verbose_name='état')),
                        ('resolution_number', models.CharField(blank=True, max_length=60, verbose_name='numéro de la délibération')),
                        ('resolution_on', models.DateField(blank=True, null=True, verbose_name='votée le')),
                        ('starts_on', models.DateField(blank=True, null=True, verbose_name='prend effet le')),
                        ('ends_on', models.DateField(blank=True, null=True, verbose_name='s’achève le')),
                        ('follows', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='followers', to='agreements.agreement')),
                        ('revision', models.PositiveIntegerField(default=1, verbose_name='révision')),
                        ('created_at', models.DateTimeField(verbose_name='créée le')),
                        ('created_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'verbose_name': 'convention',
                        'ordering': ['-created_at', '-pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('ends_on__isnull', True), ('starts_on__isnull', True), ('starts_on__lt', models.F('ends_on')), _connector='OR'), name='agreement_ends_after_it_starts'), models.CheckConstraint(condition=models.Q(('state__in', ('draft', 'reviewed')), models.Q(models.Q(('resolution_number', ''), _negated=True), ('ends_on__isnull', False), ('resolution_on__isnull', False), ('starts_on__isnull', False)), _connector='OR'), name='a_voted_agreement_has_a_vote_and_a_term')],
                    },
                ),
                migrations.CreateModel(
                    name='Annex',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('agreement', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='annexes', to='agreements.agreement')),
                        ('title', models.CharField(max_length=160, verbose_name='intitulé de l’annexe')),
                        ('file', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.storedfile')),
                        ('is_plan', models.BooleanField(default=False, verbose_name='texte du projet')),
                        ('position', models.PositiveIntegerField(default=1, verbose_name='ordre')),
                    ],
                    options={
                        'verbose_name': 'annexe',
                        'ordering': ['position', 'pk'],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('is_plan', True)), fields=('agreement',), name='the_plan_is_annexed_once')],
                    },
                ),
                migrations.CreateModel(
                    name='DelayRule',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('commune', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='delay_rules', to='organisations.commune')),
                        ('kind', models.CharField(choices=[('signature', 'relance d’une signature'), ('term', 'alerte avant le terme')], max_length=12, verbose_name='nature')),
                        ('steps', models.JSONField(verbose_name='paliers')),
                        ('valid_from', models.DateField(verbose_name='à partir du')),
                        ('set_at', models.DateTimeField(verbose_name='réglé le')),
                        ('set_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'verbose_name': 'délai',
                        'ordering': ['kind', '-valid_from'],
                        'constraints': [models.UniqueConstraint(fields=('commune', 'kind', 'valid_from'), name='one_delay_rule_by_day')],
                    },
                ),
                migrations.CreateModel(
                    name='Party',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('agreement', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='parties', to='agreements.agreement')),
                        ('organisation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='parties', to='organisations.organisation')),
                        ('name', models.CharField(blank=True, max_length=160, verbose_name='nom dans la convention')),
                        ('capacity', models.CharField(max_length=160, verbose_name='qualité')),
                        ('signatory', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='parties', to=settings.AUTH_USER_MODEL)),
                        ('position', models.PositiveIntegerField(default=1, verbose_name='ordre')),
                        ('asked_on', models.DateField(blank=True, null=True, verbose_name='signature demandée le')),
                    ],
                    options={
                        'verbose_name': 'signataire',
                        'ordering': ['position', 'pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('name', ''), _negated=True), ('organisation__isnull', False), _connector='OR'), name='a_party_has_a_name'), models.UniqueConstraint(condition=models.Q(('organisation__isnull', False)), fields=('agreement', 'organisation'), name='an_organisation_is_a_party_once')],
                    },
                ),
                migrations.CreateModel(
                    name='Reminder',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('party', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='reminders', to='agreements.party')),
                        ('agreement', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='alarms', to='agreements.agreement')),
                        ('plan', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='alarms', to='plan.territorialeducationplan')),
                        ('stage', models.PositiveIntegerField(verbose_name='palier')),
                        ('reference_on', models.DateField(verbose_name='compté depuis')),
                        ('told_at', models.DateTimeField(verbose_name='envoyé le')),
                    ],
                    options={
                        'verbose_name': 'relance',
                        'ordering': ['-told_at', '-pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('agreement__isnull', True), ('party__isnull', False), ('plan__isnull', True)), models.Q(('agreement__isnull', False), ('party__isnull', True), ('plan__isnull', True)), models.Q(('agreement__isnull', True), ('party__isnull', True), ('plan__isnull', False)), _connector='OR'), name='a_reminder_is_about_one_thing'), models.UniqueConstraint(condition=models.Q(('party__isnull', False)), fields=('party', 'stage', 'reference_on'), name='party_is_reminded_once'), models.UniqueConstraint(condition=models.Q(('agreement__isnull', False)), fields=('agreement', 'stage', 'reference_on'), name='agreement_is_reminded_once'), models.UniqueConstraint(condition=models.Q(('plan__isnull', False)), fields=('plan', 'stage', 'reference_on'), name='plan_is_reminded_once')],
                    },
                ),
                migrations.CreateModel(
                    name='YearlyReview',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('agreement', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reviews', to='agreements.agreement')),
                        ('school_year', models.PositiveIntegerField(verbose_name='année scolaire')),
                        ('held_on', models.DateField(verbose_name='tenu le')),
                        ('summary', models.TextField(verbose_name='ce qui en ressort')),
                        ('recorded_at', models.DateTimeField(verbose_name='enregistré le')),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'verbose_name': 'bilan annuel',
                        'ordering': ['-school_year'],
                        'constraints': [models.UniqueConstraint(fields=('agreement', 'school_year'), name='agreement_is_reviewed_once_a_year')],
                    },
                ),
                migrations.CreateModel(
                    name='AgreementStep',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('agreement', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='agreements.agreement')),
                        ('name', models.CharField(max_length=16, verbose_name='étape')),
                        ('source', models.CharField(choices=[('draft', 'en préparation'), ('reviewed', 'relue, à voter'), ('adopted', 'votée, à signer'), ('signed', 'signée par tous'), ('in_force', 'en vigueur'), ('reviewed_yearly', 'en vigueur, bilan annuel fait'), ('renewed', 'renouvelée'), ('expired', 'arrivée à son terme'), ('terminated', 'dénoncée')], max_length=16, verbose_name='état d’avant')),
                        ('target', models.CharField(choices=[('draft', 'en préparation'), ('reviewed', 'relue, à voter'), ('adopted', 'votée, à signer'), ('signed', 'signée par tous'), ('in_force', 'en vigueur'), ('reviewed_yearly', 'en vigueur, bilan annuel fait'), ('renewed', 'renouvelée'), ('expired', 'arrivée à son terme'), ('terminated', 'dénoncée')], max_length=16, verbose_name='état d’après')),
                        ('at', models.DateTimeField(verbose_name='le')),
                        ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('reason', models.CharField(blank=True, max_length=300, verbose_name='raison')),
                    ],
                    options={
                        'verbose_name': 'étape',
                        'ordering': ['-at', '-pk'],
                    },
                ),
                migrations.CreateModel(
                    name='AgreementText',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('agreement', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='texts', to='agreements.agreement')),
                        ('number', models.PositiveIntegerField(verbose_name='numéro')),
                        ('content', models.JSONField(verbose_name='contenu')),
                        ('fingerprint', models.CharField(max_length=64, verbose_name='empreinte')),
                        ('fixed_at', models.DateTimeField(verbose_name='fixé le')),
                        ('fixed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'verbose_name': 'texte de la convention',
                        'ordering': ['-number'],
                        'constraints': [models.UniqueConstraint(fields=('agreement', 'number'), name='agreement_text_number_once')],
                    },
                ),
                migrations.CreateModel(
                    name='Signature',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('party', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='signatures', to='agreements.party')),
                        ('text', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='signatures', to='agreements.agreementtext')),
                        ('sha256', models.CharField(max_length=64, verbose_name='empreinte du texte signé')),
                        ('way', models.CharField(choices=[('paper', 'sur papier'), ('electronic', 'dans la plateforme')], max_length=12, verbose_name='manière')),
                        ('signatory_name', models.CharField(max_length=160, verbose_name='nom du ou de la signataire')),
                        ('signatory_office', models.CharField(max_length=160, verbose_name='fonction')),
                        ('signed_on', models.DateField(verbose_name='signée le')),
                        ('scan', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.storedfile')),
                        ('signed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('recorded_at', models.DateTimeField(verbose_name='enregistrée le')),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('cancelled_at', models.DateTimeField(blank=True, null=True, verbose_name='annulée le')),
                        ('cancelled_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('cancel_reason', models.CharField(blank=True, max_length=300, verbose_name='raison de l’annulation')),
                    ],
                    options={
                        'verbose_name': 'signature',
                        'ordering': ['recorded_at', 'pk'],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('cancelled_at__isnull', True)), fields=('party',), name='a_party_signs_once'), models.CheckConstraint(condition=models.Q(models.Q(('scan__isnull', False), ('way', 'paper')), models.Q(('scan__isnull', True), ('way', 'electronic')), _connector='OR'), name='a_signature_on_paper_has_its_scan'), models.CheckConstraint(condition=models.Q(models.Q(('cancel_reason', ''), ('cancelled_at__isnull', True)), models.Q(('cancelled_at__isnull', False), models.Q(('cancel_reason', ''), _negated=True)), _connector='OR'), name='a_cancelled_signature_says_why')],
                    },
                ),
            ],
        ),
        NewTriggers(protect),
    ]
