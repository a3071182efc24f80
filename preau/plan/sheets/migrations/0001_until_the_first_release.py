import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from preau.foundation.newtables import NewTables


class Migration(migrations.Migration):

    replaces = [('sheets', '0001_first')]

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('files', '0001_until_the_first_release'),
        ('organisations', '0001_until_the_first_release'),
        ('places', '0001_until_the_first_release'),
        ('plan', '0001_until_the_first_release'),
    ]

    operations = [
        NewTables(
            models=[
                migrations.CreateModel(
                    name='ActionReview',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('done', models.TextField(verbose_name='ce qui a été fait')),
                        ('children', models.PositiveIntegerField(verbose_name='enfants et jeunes touchés')),
                        ('adults', models.PositiveIntegerField(verbose_name='adultes touchés')),
                        ('worked', models.TextField(verbose_name='ce qui a bien marché')),
                        ('to_change', models.TextField(verbose_name='ce qu’il faudrait changer')),
                        ('effect', models.TextField(verbose_name='effet constaté')),
                        ('cost', models.DecimalField(decimal_places=2, max_digits=10, verbose_name='coût réel')),
                        ('written_at', models.DateTimeField(verbose_name='écrit le')),
                        ('written_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'verbose_name': 'bilan',
                        'constraints': [models.CheckConstraint(condition=models.Q(('cost__gte', 0)), name='a_cost_is_not_negative')],
                    },
                ),
                migrations.CreateModel(
                    name='ActionSheet',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('plan', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sheets', to='plan.territorialeducationplan')),
                        ('school_year', models.PositiveSmallIntegerField(verbose_name='année scolaire')),
                        ('number', models.PositiveIntegerField(verbose_name='numéro')),
                        ('title', models.CharField(max_length=200, verbose_name='intitulé de l’action')),
                        ('summary', models.CharField(blank=True, max_length=400, verbose_name='en une phrase')),
                        ('description', models.TextField(blank=True, verbose_name='ce que font les enfants')),
                        ('means', models.TextField(blank=True, verbose_name='moyens')),
                        ('owner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='owned_sheets', to='organisations.organisation')),
                        ('co_owner', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='co_owned_sheets', to='organisations.organisation')),
                        ('contact', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('state', models.CharField(choices=[('draft', 'brouillon'), ('proposed', 'proposée'), ('co_validated', 'validée par les deux'), ('scheduled', 'programmée'), ('running', 'en cours'), ('reviewed', 'bilan fait'), ('archived', 'archivée'), ('rejected', 'refusée'), ('cancelled', 'annulée')], default='draft', max_length=12, verbose_name='état')),
                        ('starts_on', models.DateField(blank=True, null=True, verbose_name='début')),
                        ('ends_on', models.DateField(blank=True, null=True, verbose_name='fin')),
                        ('age_from', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='à partir de (ans)')),
                        ('age_to', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='jusqu’à (ans)')),
                        ('audiences', models.JSONField(blank=True, default=list, verbose_name='publics')),
                        ('bands', models.JSONField(blank=True, default=list, verbose_name='temps de la semaine')),
                        ('version', models.PositiveIntegerField(default=1, verbose_name='version')),
                        ('created_at', models.DateTimeField(verbose_name='créée le')),
                        ('created_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('proposed_at', models.DateTimeField(blank=True, null=True, verbose_name='proposée le')),
                        ('copied_from', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='copies', to='sheets.actionsheet')),
                        ('review', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='sheet', to='sheets.actionreview')),
                        ('sites', models.ManyToManyField(blank=True, related_name='sheets', to='places.site')),
                        ('objectives', models.ManyToManyField(related_name='sheets', through='sheets.SheetObjective', to='plan.planitem')),
                    ],
                    options={
                        'verbose_name': 'fiche action',
                        'ordering': ['-school_year', 'number'],
                        'constraints': [models.UniqueConstraint(fields=('plan', 'school_year', 'number'), name='sheet_number_once_by_year'), models.UniqueConstraint(condition=models.Q(('state', 'cancelled'), _negated=True), fields=('copied_from', 'school_year'), name='sheet_copied_once_by_year'), models.CheckConstraint(condition=models.Q(('state__in', ['draft', 'proposed', 'co_validated', 'scheduled', 'running', 'reviewed', 'archived', 'rejected', 'cancelled'])), name='sheet_state_is_known'), models.CheckConstraint(condition=models.Q(('co_owner__isnull', True), models.Q(('co_owner', models.F('owner')), _negated=True), _connector='OR'), name='sheet_has_two_organisations'), models.CheckConstraint(condition=models.Q(('starts_on__isnull', True), ('ends_on__isnull', True), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='sheet_ends_after_it_starts'), models.CheckConstraint(condition=models.Q(models.Q(('age_from__isnull', True), ('age_from__range', (0, 25)), _connector='OR'), models.Q(('age_to__isnull', True), ('age_to__range', (0, 25)), _connector='OR'), models.Q(('age_from__isnull', True), ('age_to__isnull', True), ('age_to__gte', models.F('age_from')), _connector='OR')), name='sheet_ages_make_sense'), models.CheckConstraint(condition=models.Q(('state__in', ('draft', 'cancelled')), models.Q(('co_owner__isnull', False), ('ends_on__isnull', False), ('proposed_at__isnull', False), ('starts_on__isnull', False)), _connector='OR'), name='a_proposed_sheet_says_who_and_when'), models.CheckConstraint(condition=models.Q(models.Q(('review__isnull', False), ('state__in', ('reviewed', 'archived'))), models.Q(models.Q(('state__in', ('reviewed', 'archived')), _negated=True), ('review__isnull', True)), _connector='OR'), name='a_reviewed_sheet_has_its_review')],
                        'indexes': [models.Index(fields=['plan', 'state'], name='sheet_by_state')],
                    },
                ),
                migrations.CreateModel(
                    name='SheetApp',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('sheet', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='apps', to='sheets.actionsheet')),
                        ('name', models.CharField(max_length=120, verbose_name='application')),
                        ('publisher', models.CharField(blank=True, max_length=160, verbose_name='éditeur')),
                        ('purpose', models.CharField(max_length=300, verbose_name='à quoi elle sert')),
                        ('data', models.CharField(blank=True, max_length=300, verbose_name='données concernées')),
                        ('has_accounts', models.BooleanField(default=False, verbose_name='les enfants y ont un compte')),
                        ('opinion', models.CharField(choices=[('asked', 'avis attendu'), ('favourable', 'avis favorable'), ('with_reservations', 'favorable avec réserves'), ('unfavourable', 'avis défavorable')], default='asked', max_length=20, verbose_name='avis')),
                        ('opinion_reason', models.TextField(blank=True, verbose_name='raisons de l’avis')),
                        ('opinion_at', models.DateTimeField(blank=True, null=True, verbose_name='avis donné le')),
                        ('opinion_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'verbose_name': 'application utilisée',
                        'ordering': ['name', 'pk'],
                        'constraints': [models.UniqueConstraint(fields=('sheet', 'name'), name='app_once_by_sheet'), models.CheckConstraint(condition=models.Q(models.Q(('opinion', 'asked'), ('opinion_at__isnull', True)), models.Q(models.Q(('opinion', 'asked'), _negated=True), ('opinion_at__isnull', False)), _connector='OR'), name='an_opinion_has_an_instant'), models.CheckConstraint(condition=models.Q(models.Q(('opinion__in', ('with_reservations', 'unfavourable')), _negated=True), models.Q(('opinion_reason', ''), _negated=True), _connector='OR'), name='a_reserved_opinion_says_why')],
                    },
                ),
                migrations.CreateModel(
                    name='BudgetLine',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('sheet', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='budget', to='sheets.actionsheet')),
                        ('kind', models.CharField(choices=[('expense', 'dépense'), ('income', 'recette')], max_length=8, verbose_name='nature')),
                        ('label', models.CharField(max_length=160, verbose_name='libellé')),
                        ('funder', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='funded_lines', to='organisations.organisation')),
                        ('funder_name', models.CharField(blank=True, max_length=160, verbose_name='autre financeur')),
                        ('planned', models.DecimalField(decimal_places=2, max_digits=10, verbose_name='prévu')),
                        ('granted', models.DecimalField(blank=True, decimal_places=2, max_digits=10, null=True, verbose_name='accordé')),
                    ],
                    options={
                        'verbose_name': 'ligne de budget',
                        'ordering': ['kind', 'pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('planned__gte', 0), models.Q(('granted__isnull', True), ('granted__gte', 0), _connector='OR')), name='money_is_not_negative'), models.CheckConstraint(condition=models.Q(('kind', 'income'), models.Q(('funder__isnull', True), ('funder_name', ''), ('granted__isnull', True), ('kind', 'expense')), _connector='OR'), name='only_income_has_a_funder')],
                    },
                ),
                migrations.CreateModel(
                    name='SheetComment',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('sheet', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='comments', to='sheets.actionsheet')),
                        ('text', models.TextField(verbose_name='commentaire')),
                        ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('organisation', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='organisations.organisation')),
                        ('written_at', models.DateTimeField(verbose_name='écrit le')),
                    ],
                    options={
                        'verbose_name': 'commentaire de fiche',
                        'ordering': ['written_at', 'pk'],
                    },
                ),
                migrations.CreateModel(
                    name='SheetDocument',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('sheet', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='documents', to='sheets.actionsheet')),
                        ('file', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.storedfile')),
                        ('label', models.CharField(max_length=160, verbose_name='ce que c’est')),
                        ('added_at', models.DateTimeField(verbose_name='ajouté le')),
                        ('added_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'verbose_name': 'document de la fiche',
                        'ordering': ['added_at', 'pk'],
                    },
                ),
                migrations.CreateModel(
                    name='SheetEvent',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('sheet', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='events', to='sheets.actionsheet')),
                        ('kind', models.CharField(choices=[('created', 'a créé la fiche'), ('copied', 'a repris la fiche de l’an passé'), ('edited', 'a modifié la fiche'), ('propose', 'a proposé la fiche'), ('signed', 'a validé la fiche'), ('validate', 'a apporté la seconde validation'), ('revise', 'a changé le fond : les validations sont à redonner'), ('schedule', 'a programmé l’action'), ('start', 'a démarré l’action'), ('review', 'a écrit le bilan'), ('archive', 'a archivé la fiche'), ('reject', 'a refusé la fiche'), ('cancel', 'a annulé l’action'), ('redraft', 'a remis la fiche en brouillon'), ('opinion', 'a donné son avis sur une application')], max_length=10, verbose_name='nature')),
                        ('at', models.DateTimeField(verbose_name='le')),
                        ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('from_state', models.CharField(blank=True, choices=[('draft', 'brouillon'), ('proposed', 'proposée'), ('co_validated', 'validée par les deux'), ('scheduled', 'programmée'), ('running', 'en cours'), ('reviewed', 'bilan fait'), ('archived', 'archivée'), ('rejected', 'refusée'), ('cancelled', 'annulée')], max_length=12, verbose_name='depuis l’état')),
                        ('to_state', models.CharField(choices=[('draft', 'brouillon'), ('proposed', 'proposée'), ('co_validated', 'validée par les deux'), ('scheduled', 'programmée'), ('running', 'en cours'), ('reviewed', 'bilan fait'), ('archived', 'archivée'), ('rejected', 'refusée'), ('cancelled', 'annulée')], max_length=12, verbose_name='vers l’état')),
                        ('reason', models.CharField(blank=True, max_length=500, verbose_name='pourquoi')),
                        ('facts', models.JSONField(default=dict, verbose_name='faits')),
                        ('version', models.PositiveIntegerField(verbose_name='version')),
                    ],
                    options={
                        'verbose_name': 'histoire de la fiche',
                        'ordering': ['-pk'],
                    },
                ),
                migrations.CreateModel(
                    name='SheetObjective',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('sheet', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='objective_links', to='sheets.actionsheet')),
                        ('item', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sheet_links', to='plan.planitem')),
                    ],
                    options={
                        'verbose_name': 'objectif servi',
                        'constraints': [models.UniqueConstraint(fields=('sheet', 'item'), name='sheet_serves_an_objective_once')],
                    },
                ),
                migrations.CreateModel(
                    name='SheetTheme',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('sheet', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='themes', to='sheets.actionsheet')),
                        ('theme', models.CharField(choices=[('citizenship', 'citoyenneté'), ('environment', 'environnement'), ('laicite', 'laïcité'), ('food', 'alimentation'), ('sport', 'sports'), ('culture', 'arts et culture'), ('digital', 'numérique'), ('reading', 'lecture'), ('health', 'santé'), ('inclusion', 'handicap et inclusion'), ('parenting', 'parentalité'), ('transition', 'passerelle')], max_length=12, verbose_name='thème')),
                    ],
                    options={
                        'verbose_name': 'thème',
                        'ordering': ['theme'],
                        'constraints': [models.UniqueConstraint(fields=('sheet', 'theme'), name='sheet_has_a_theme_once')],
                    },
                ),
                migrations.CreateModel(
                    name='SheetMilestone',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('sheet', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='milestones', to='sheets.actionsheet')),
                        ('name', models.CharField(max_length=160, verbose_name='étape')),
                        ('due_on', models.DateField(verbose_name='pour le')),
                        ('done_at', models.DateTimeField(blank=True, null=True, verbose_name='faite le')),
                        ('done_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'verbose_name': 'étape',
                        'ordering': ['due_on', 'pk'],
                        'indexes': [models.Index(condition=models.Q(('done_at__isnull', True)), fields=['due_on'], name='milestone_to_come')],
                    },
                ),
                migrations.CreateModel(
                    name='SheetPartner',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('sheet', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='partners', to='sheets.actionsheet')),
                        ('organisation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='sheet_parts', to='organisations.organisation')),
                        ('name', models.CharField(blank=True, max_length=160, verbose_name='autre organisation')),
                        ('role', models.CharField(choices=[('leads', 'anime des séances'), ('hosts', 'accueille'), ('lends', 'prête du matériel'), ('finances', 'finance'), ('advises', 'conseille'), ('trains', 'forme les adultes'), ('relays', 'fait connaître')], max_length=10, verbose_name='rôle')),
                        ('task', models.CharField(blank=True, max_length=300, verbose_name='ce que le partenaire apporte')),
                    ],
                    options={
                        'verbose_name': 'partenaire',
                        'ordering': ['pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('name', ''), ('organisation__isnull', False)), models.Q(('organisation__isnull', True), models.Q(('name', ''), _negated=True)), _connector='OR'), name='a_partner_is_known_or_named')],
                    },
                ),
                migrations.CreateModel(
                    name='SheetReminder',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('sheet', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reminders', to='sheets.actionsheet')),
                        ('milestone', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='sheets.sheetmilestone')),
                        ('kind', models.CharField(choices=[('milestone', 'étape proche'), ('not_started', 'début passé'), ('not_ended', 'fin passée'), ('review', 'bilan attendu')], max_length=12, verbose_name='nature')),
                        ('due_on', models.DateField(verbose_name='à propos du')),
                        ('sent_at', models.DateTimeField(verbose_name='dit le')),
                    ],
                    options={
                        'verbose_name': 'rappel',
                        'constraints': [models.UniqueConstraint(condition=models.Q(('milestone__isnull', True)), fields=('sheet', 'kind', 'due_on'), name='a_day_is_recalled_once'), models.UniqueConstraint(condition=models.Q(('milestone__isnull', False)), fields=('milestone', 'due_on'), name='a_milestone_is_recalled_once')],
                    },
                ),
                migrations.CreateModel(
                    name='SheetValidation',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('sheet', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='validations', to='sheets.actionsheet')),
                        ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sheet_validations', to='organisations.organisation')),
                        ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='sheet_validations', to=settings.AUTH_USER_MODEL)),
                        ('at', models.DateTimeField(verbose_name='validée le')),
                        ('how', models.CharField(blank=True, max_length=300, verbose_name='comment l’accord a été donné')),
                        ('version', models.PositiveIntegerField(verbose_name='version validée')),
                        ('withdrawn_at', models.DateTimeField(blank=True, null=True, verbose_name='reprise le')),
                    ],
                    options={
                        'verbose_name': 'validation',
                        'ordering': ['at', 'pk'],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('withdrawn_at__isnull', True)), fields=('sheet', 'organisation'), name='an_institution_validates_once'), models.UniqueConstraint(condition=models.Q(('by__isnull', False), ('withdrawn_at__isnull', True)), fields=('sheet', 'by'), name='nobody_validates_for_both_sides')],
                    },
                ),
            ],
        ),
    ]
