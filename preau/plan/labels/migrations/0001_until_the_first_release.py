import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from preau.foundation.newtables import NewTables


class Migration(migrations.Migration):

    replaces = [('labels', '0001_initial'), ('labels', '0002_proof_by_an_action')]

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('files', '0001_until_the_first_release'),
        ('organisations', '0001_until_the_first_release'),
        ('plan', '0001_until_the_first_release'),
        ('sheets', '0001_until_the_first_release'),
    ]

    operations = [
        NewTables(
            models=[
                migrations.CreateModel(
                    name='LabelScheme',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('commune', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='label_schemes', to='organisations.commune')),
                        ('key', models.SlugField(max_length=60, verbose_name='identifiant')),
                        ('name', models.CharField(max_length=120, verbose_name='nom')),
                        ('given_by', models.CharField(max_length=160, verbose_name='donné par')),
                        ('applicant', models.CharField(choices=[('school', 'une école, un collège ou un lycée'), ('town', 'la ville, par l’un de ses services')], max_length=8, verbose_name='qui candidate')),
                        ('summary', models.CharField(blank=True, max_length=300, verbose_name='en une phrase')),
                    ],
                    options={
                        'verbose_name': 'label',
                        'ordering': ['name'],
                        'constraints': [models.UniqueConstraint(fields=('commune', 'key'), name='label_scheme_once_by_commune')],
                    },
                ),
                migrations.CreateModel(
                    name='SchemeVersion',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('scheme', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='versions', to='labels.labelscheme')),
                        ('valid_from', models.DateField(verbose_name='en vigueur depuis le')),
                        ('levels', models.JSONField(blank=True, default=list, verbose_name='niveaux')),
                        ('term_months', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='durée en mois')),
                        ('notice_months', models.PositiveSmallIntegerField(verbose_name='alerte, en mois avant le terme')),
                        ('source', models.CharField(blank=True, max_length=300, verbose_name='source')),
                        ('caution', models.CharField(blank=True, max_length=300, verbose_name='à vérifier')),
                    ],
                    options={
                        'verbose_name': 'règles d’un label',
                        'ordering': ['-valid_from'],
                        'constraints': [models.UniqueConstraint(fields=('scheme', 'valid_from'), name='label_version_once_by_day'), models.CheckConstraint(condition=models.Q(('term_months__isnull', True), ('term_months__gt', models.F('notice_months')), _connector='OR'), name='label_alarm_comes_within_the_term')],
                    },
                ),
                migrations.CreateModel(
                    name='LabelFile',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('scheme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='files', to='labels.labelscheme')),
                        ('version', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='files', to='labels.schemeversion')),
                        ('applicant', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='label_files', to='organisations.organisation')),
                        ('state', models.CharField(choices=[('preparing', 'en préparation'), ('submitted', 'déposé'), ('obtained', 'obtenu'), ('renewing', 'renouvellement en préparation'), ('expired', 'échu'), ('refused', 'refusé'), ('abandoned', 'abandonné')], default='preparing', max_length=12, verbose_name='état')),
                        ('level_aimed', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='niveau visé')),
                        ('level_obtained', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='niveau obtenu')),
                        ('obtained_on', models.DateField(blank=True, null=True, verbose_name='obtenu le')),
                        ('expires_on', models.DateField(blank=True, null=True, verbose_name='valable jusqu’au')),
                        ('contact', models.CharField(blank=True, max_length=160, verbose_name='personne à joindre')),
                        ('opened_at', models.DateTimeField(verbose_name='ouvert le')),
                        ('warned_for', models.DateField(blank=True, null=True, verbose_name='terme annoncé')),
                        ('objectives', models.ManyToManyField(blank=True, related_name='label_files', to='plan.planitem')),
                    ],
                    options={
                        'verbose_name': 'dossier de label',
                        'ordering': ['scheme__name', 'applicant__name', 'pk'],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('state__in', ['obtained', 'preparing', 'renewing', 'submitted'])), fields=('scheme', 'applicant'), name='one_living_file_by_label_and_applicant'), models.CheckConstraint(condition=models.Q(models.Q(('expires_on__isnull', True), ('obtained_on__isnull', True)), ('expires_on__gt', models.F('obtained_on')), _connector='OR'), name='a_label_ends_after_it_was_obtained'), models.CheckConstraint(condition=models.Q(models.Q(('state__in', ('obtained', 'renewing', 'expired')), _negated=True), models.Q(('expires_on__isnull', False), ('obtained_on__isnull', False)), _connector='OR'), name='a_label_once_held_has_its_dates')],
                    },
                ),
                migrations.CreateModel(
                    name='LabelStep',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('file', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='labels.labelfile')),
                        ('step', models.CharField(max_length=12, verbose_name='étape')),
                        ('state', models.CharField(choices=[('preparing', 'en préparation'), ('submitted', 'déposé'), ('obtained', 'obtenu'), ('renewing', 'renouvellement en préparation'), ('expired', 'échu'), ('refused', 'refusé'), ('abandoned', 'abandonné')], max_length=12, verbose_name='état atteint')),
                        ('at', models.DateTimeField(verbose_name='quand')),
                        ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('reason', models.CharField(blank=True, max_length=500, verbose_name='raison')),
                    ],
                    options={
                        'verbose_name': 'étape d’un dossier de label',
                        'ordering': ['-at', '-pk'],
                    },
                ),
                migrations.CreateModel(
                    name='LabelMilestone',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('file', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='milestones', to='labels.labelfile')),
                        ('name', models.CharField(max_length=160, verbose_name='jalon')),
                        ('due_on', models.DateField(verbose_name='avant le')),
                        ('done_at', models.DateTimeField(blank=True, null=True, verbose_name='fait le')),
                        ('done_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'verbose_name': 'jalon d’un label',
                        'ordering': ['due_on', 'pk'],
                    },
                ),
                migrations.CreateModel(
                    name='Criterion',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('version', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='criteria', to='labels.schemeversion')),
                        ('number', models.PositiveSmallIntegerField(verbose_name='numéro')),
                        ('text', models.CharField(max_length=300, verbose_name='critère')),
                        ('is_compulsory', models.BooleanField(default=True, verbose_name='obligatoire')),
                    ],
                    options={
                        'verbose_name': 'critère d’un label',
                        'ordering': ['number'],
                        'constraints': [models.UniqueConstraint(fields=('version', 'number'), name='label_criterion_once_by_number')],
                    },
                ),
                migrations.CreateModel(
                    name='LabelProof',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('file', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='proofs', to='labels.labelfile')),
                        ('criterion', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='proofs', to='labels.criterion')),
                        ('sentence', models.CharField(blank=True, max_length=500, verbose_name='ce que cela montre')),
                        ('document', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.storedfile')),
                        ('sheet', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='label_proofs', to='sheets.actionsheet')),
                        ('added_at', models.DateTimeField(verbose_name='ajoutée le')),
                        ('added_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'verbose_name': 'preuve',
                        'ordering': ['added_at', 'pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('sentence', ''), _negated=True), ('document__isnull', False), ('sheet__isnull', False), _connector='OR'), name='a_label_proof_shows_something')],
                    },
                ),
                migrations.CreateModel(
                    name='CriterionCheck',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('file', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='checks', to='labels.labelfile')),
                        ('criterion', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='labels.criterion')),
                        ('at', models.DateTimeField(verbose_name='vérifié le')),
                        ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'verbose_name': 'critère prouvé',
                        'constraints': [models.UniqueConstraint(fields=('file', 'criterion'), name='label_criterion_checked_once')],
                    },
                ),
            ],
        ),
    ]
