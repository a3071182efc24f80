import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from preau.foundation.newtables import NewTables


class Migration(migrations.Migration):

    replaces = [('providers', '0001_first'), ('providers', '0002_joining_and_papers')]

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('organisations', '0001_until_the_first_release'),
    ]

    operations = [
        NewTables(
            models=[
                migrations.CreateModel(
                    name='AssociationRecord',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('commune', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.commune')),
                        ('official_id', models.CharField(max_length=120, verbose_name='identifiant officiel')),
                        ('fingerprint', models.CharField(max_length=32, verbose_name='empreinte')),
                        ('gone_on', models.DateField(blank=True, null=True, verbose_name='absent depuis le')),
                        ('rna', models.CharField(blank=True, max_length=10, verbose_name='RNA')),
                        ('siren', models.CharField(blank=True, max_length=9, verbose_name='SIREN')),
                        ('siret', models.CharField(blank=True, max_length=14, verbose_name='SIRET du siège')),
                        ('name', models.CharField(max_length=250, verbose_name='nom')),
                        ('purpose', models.TextField(blank=True, verbose_name='objet')),
                        ('regime', models.CharField(blank=True, max_length=60, verbose_name='régime')),
                        ('address', models.CharField(blank=True, max_length=300, verbose_name='adresse du siège')),
                        ('postcode', models.CharField(blank=True, max_length=5, verbose_name='code postal')),
                        ('insee_code', models.CharField(blank=True, max_length=5, verbose_name='commune')),
                        ('city', models.CharField(blank=True, max_length=80, verbose_name='nom de la commune')),
                        ('is_active', models.BooleanField(default=True, verbose_name='en activité')),
                        ('created_on', models.DateField(blank=True, null=True, verbose_name='créée le')),
                        ('dissolved_on', models.DateField(blank=True, null=True, verbose_name='dissoute le')),
                        ('approvals', models.JSONField(blank=True, default=list, verbose_name='agréments')),
                        ('organisation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='association_records', to='organisations.organisation')),
                    ],
                    options={
                        'verbose_name': 'association au registre',
                        'verbose_name_plural': 'associations au registre',
                        'ordering': ['name'],
                        'constraints': [models.UniqueConstraint(fields=('commune', 'official_id'), name='association_once_by_commune')],
                    },
                ),
                migrations.CreateModel(
                    name='CatalogueDelay',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('commune', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='catalogue_delays', to='organisations.commune')),
                        ('kind', models.CharField(choices=[('freshness', 'durée avant de vérifier une fiche, en mois'), ('notice', 'rappels avant qu’une fiche soit à vérifier, en jours'), ('paper', 'rappels avant la fin d’une pièce, en jours')], max_length=10, verbose_name='nature')),
                        ('steps', models.JSONField(verbose_name='paliers')),
                        ('valid_from', models.DateField(verbose_name='à partir du')),
                        ('set_at', models.DateTimeField(verbose_name='réglé le')),
                        ('set_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'verbose_name': 'délai du catalogue',
                        'ordering': ['kind', '-valid_from'],
                        'constraints': [models.UniqueConstraint(fields=('commune', 'kind', 'valid_from'), name='one_catalogue_delay_by_day')],
                    },
                ),
                migrations.CreateModel(
                    name='JoinRequest',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('commune', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='join_requests', to='organisations.commune')),
                        ('name', models.CharField(max_length=160, verbose_name='nom de l’association')),
                        ('rna', models.CharField(blank=True, max_length=10, verbose_name='numéro RNA')),
                        ('siren', models.CharField(blank=True, max_length=9, verbose_name='numéro SIREN')),
                        ('purpose', models.TextField(max_length=1500, verbose_name='ce que fait l’association')),
                        ('person', models.CharField(max_length=160, verbose_name='votre nom')),
                        ('job_title', models.CharField(blank=True, max_length=120, verbose_name='votre fonction')),
                        ('email', models.EmailField(max_length=254, verbose_name='votre adresse électronique')),
                        ('phone', models.CharField(blank=True, max_length=40, verbose_name='votre téléphone')),
                        ('state', models.CharField(choices=[('sent', 'adresse à confirmer'), ('confirmed', 'à lire par la ville'), ('accepted', 'acceptée'), ('refused', 'refusée')], default='sent', max_length=10, verbose_name='état')),
                        ('token_hash', models.CharField(max_length=64, unique=True)),
                        ('asked_at', models.DateTimeField(verbose_name='demandée le')),
                        ('confirm_before', models.DateTimeField(verbose_name='à confirmer avant')),
                        ('confirmed_at', models.DateTimeField(blank=True, null=True, verbose_name='confirmée le')),
                        ('answered_at', models.DateTimeField(blank=True, null=True, verbose_name='réponse le')),
                        ('answered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('cause', models.CharField(blank=True, choices=[('not_for_them', 'l’association ne s’adresse ni aux enfants, ni aux jeunes, ni à leurs familles'), ('elsewhere', 'elle n’agit pas dans la ville'), ('unknown', 'elle n’est pas déclarée, ou plus'), ('commercial', 'son but est commercial'), ('neutrality', 'elle ne signe pas le contrat d’engagement républicain'), ('not_the_person', 'la personne n’est pas connue de l’association')], max_length=16, verbose_name='motif')),
                        ('answer', models.TextField(blank=True, verbose_name='réponse')),
                        ('organisation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='join_requests', to='organisations.organisation')),
                    ],
                    options={
                        'verbose_name': 'demande d’une association',
                        'ordering': ['asked_at', 'pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('state__in', ['sent', 'confirmed', 'accepted', 'refused'])), name='join_state_is_known'), models.CheckConstraint(condition=models.Q(('state', 'sent'), ('confirmed_at__isnull', False), _connector='OR'), name='a_join_request_was_confirmed'), models.CheckConstraint(condition=models.Q(models.Q(('state__in', ('accepted', 'refused')), _negated=True), ('answered_at__isnull', False), _connector='OR'), name='a_join_answer_has_its_day'), models.UniqueConstraint(condition=models.Q(('state', 'confirmed'), models.Q(('rna', ''), _negated=True)), fields=('commune', 'rna'), name='one_open_join_request_by_rna'), models.UniqueConstraint(condition=models.Q(('state', 'confirmed'), models.Q(('siren', ''), _negated=True)), fields=('commune', 'siren'), name='one_open_join_request_by_siren')],
                    },
                ),
                migrations.CreateModel(
                    name='ProviderPaper',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='papers', to='organisations.organisation')),
                        ('kind', models.CharField(choices=[('insurance', 'assurance responsabilité civile'), ('republican', 'contrat d’engagement républicain'), ('honour', 'honorabilité des encadrants'), ('approval', 'agrément pour intervenir auprès des classes')], max_length=12, verbose_name='pièce')),
                        ('reference', models.CharField(blank=True, max_length=120, verbose_name='référence')),
                        ('declared_on', models.DateField(verbose_name='en date du')),
                        ('valid_until', models.DateField(blank=True, null=True, verbose_name='valable jusqu’au')),
                        ('state', models.CharField(choices=[('declared', 'à contrôler par la ville'), ('valid', 'contrôlée'), ('refused', 'non conforme')], default='declared', max_length=10, verbose_name='état')),
                        ('given_at', models.DateTimeField(verbose_name='déclarée le')),
                        ('given_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('checked_at', models.DateTimeField(blank=True, null=True, verbose_name='contrôlée le')),
                        ('checked_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('remark', models.CharField(blank=True, max_length=240, verbose_name='ce qui ne va pas')),
                    ],
                    options={
                        'verbose_name': 'pièce d’une organisation',
                        'ordering': ['kind', '-given_at', '-pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ['insurance', 'republican', 'honour', 'approval'])), name='paper_kind_is_known'), models.CheckConstraint(condition=models.Q(('valid_until__isnull', True), ('valid_until__gte', models.F('declared_on')), _connector='OR'), name='paper_ends_after_it_begins'), models.CheckConstraint(condition=models.Q(models.Q(('checked_at__isnull', True), ('state', 'declared')), models.Q(('checked_at__isnull', False), ('state__in', ('valid', 'refused'))), _connector='OR'), name='a_checked_paper_says_when'), models.UniqueConstraint(condition=models.Q(('state', 'declared')), fields=('organisation', 'kind'), name='one_paper_of_a_kind_waits')],
                        'indexes': [models.Index(fields=['organisation', 'kind'], name='paper_by_organisation')],
                    },
                ),
                migrations.CreateModel(
                    name='PaperReminder',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('paper', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reminders', to='providers.providerpaper')),
                        ('days', models.PositiveSmallIntegerField(verbose_name='jours avant')),
                        ('sent_at', models.DateTimeField(verbose_name='dit le')),
                    ],
                    options={
                        'verbose_name': 'rappel d’une pièce',
                        'constraints': [models.UniqueConstraint(fields=('paper', 'days'), name='a_paper_is_recalled_once')],
                    },
                ),
            ],
        ),
    ]
