import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from preau.foundation.newtables import NewTables, NewTriggers
from preau.observatory.evaluation.frozen import protect, protect_also


class Migration(migrations.Migration):

    replaces = [('evaluation', '0001_what_came_of_the_year'), ('evaluation', '0002_what_was_adopted_is_fixed'), ('evaluation', '0003_what_is_missing_has_one_more_word'), ('evaluation', '0004_a_figure_says_since_when')]

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('files', '0001_until_the_first_release'),
        ('indicators', '0001_until_the_first_release'),
        ('organisations', '0001_until_the_first_release'),
        ('plan', '0001_until_the_first_release'),
    ]

    operations = [
        NewTables(
            models=[
                migrations.CreateModel(
                    name='Evaluation',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('plan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='evaluations', to='plan.territorialeducationplan')),
                        ('school_year', models.PositiveSmallIntegerField(verbose_name='année scolaire')),
                        ('state', models.CharField(choices=[('prepared', 'en préparation'), ('open', 'contributions ouvertes'), ('review', 'verdicts en discussion'), ('adopted', 'adoptée par le comité'), ('published', 'publiée')], default='prepared', max_length=10, verbose_name='état')),
                        ('why', models.TextField(blank=True, verbose_name='pourquoi évaluer')),
                        ('question', models.TextField(blank=True, verbose_name='ce que l’on veut savoir')),
                        ('criteria', models.TextField(blank=True, verbose_name='à quoi on verra que c’est réussi')),
                        ('parents_place', models.TextField(blank=True, verbose_name='la place des parents et des jeunes')),
                        ('opens_on', models.DateField(blank=True, null=True, verbose_name='ouverture des contributions')),
                        ('closes_on', models.DateField(blank=True, null=True, verbose_name='fin des contributions')),
                        ('conclusion', models.TextField(blank=True, verbose_name='ce que l’année nous apprend')),
                        ('adopted_on', models.DateField(blank=True, null=True, verbose_name='adoptée le')),
                        ('adopted_by_body', models.CharField(blank=True, max_length=160, verbose_name='adoptée par')),
                        ('published_at', models.DateTimeField(blank=True, null=True, verbose_name='publiée le')),
                        ('created_at', models.DateTimeField(verbose_name='préparée le')),
                        ('created_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'verbose_name': 'évaluation',
                        'ordering': ['-school_year', '-pk'],
                        'constraints': [models.UniqueConstraint(fields=('plan', 'school_year'), name='a_year_is_evaluated_once'), models.CheckConstraint(condition=models.Q(('state__in', ['prepared', 'open', 'review', 'adopted', 'published'])), name='evaluation_state_is_known'), models.CheckConstraint(condition=models.Q(('opens_on__isnull', True), ('closes_on__isnull', True), ('closes_on__gt', models.F('opens_on')), _connector='OR'), name='contributions_close_after_they_open'), models.CheckConstraint(condition=models.Q(models.Q(('adopted_on__isnull', False), ('state__in', ('adopted', 'published')), models.Q(('adopted_by_body', ''), _negated=True)), models.Q(models.Q(('state__in', ('adopted', 'published')), _negated=True), ('adopted_on__isnull', True)), _connector='OR'), name='an_adopted_evaluation_says_when_and_by_whom'), models.CheckConstraint(condition=models.Q(models.Q(('published_at__isnull', False), ('state', 'published')), models.Q(models.Q(('state', 'published'), _negated=True), ('published_at__isnull', True)), _connector='OR'), name='a_published_evaluation_says_since_when')],
                    },
                ),
                migrations.CreateModel(
                    name='Contribution',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('evaluation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='contributions', to='evaluation.evaluation')),
                        ('objective', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='contributions', to='plan.planitem')),
                        ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='contributions', to='organisations.organisation')),
                        ('state', models.CharField(choices=[('asked', 'attendue'), ('draft', 'en cours d’écriture'), ('handed_in', 'remise')], default='asked', max_length=10, verbose_name='état')),
                        ('done', models.TextField(blank=True, verbose_name='ce qui a été fait')),
                        ('helped', models.TextField(blank=True, verbose_name='ce qui a aidé')),
                        ('hindered', models.TextField(blank=True, verbose_name='ce qui a freiné')),
                        ('proposed', models.TextField(blank=True, verbose_name='ce que nous proposons')),
                        ('how', models.CharField(blank=True, max_length=200, verbose_name='recueillie comment')),
                        ('version', models.PositiveIntegerField(default=0, verbose_name='version')),
                        ('asked_at', models.DateTimeField(verbose_name='demandée le')),
                        ('saved_at', models.DateTimeField(blank=True, null=True, verbose_name='enregistrée le')),
                        ('saved_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('handed_in_at', models.DateTimeField(blank=True, null=True, verbose_name='remise le')),
                        ('handed_in_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'verbose_name': 'contribution',
                        'ordering': ['objective__position', 'organisation__name', 'pk'],
                        'constraints': [models.UniqueConstraint(fields=('evaluation', 'objective', 'organisation'), name='a_side_contributes_once_by_objective'), models.CheckConstraint(condition=models.Q(('state__in', ['asked', 'draft', 'handed_in'])), name='contribution_state_is_known'), models.CheckConstraint(condition=models.Q(models.Q(('handed_in_at__isnull', False), ('state', 'handed_in'), models.Q(('done', ''), _negated=True)), models.Q(models.Q(('state', 'handed_in'), _negated=True), ('handed_in_at__isnull', True)), _connector='OR'), name='what_is_handed_in_says_what_was_done')],
                    },
                ),
                migrations.CreateModel(
                    name='ContributionFile',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('contribution', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='files', to='evaluation.contribution')),
                        ('stored', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.storedfile')),
                        ('title', models.CharField(max_length=160, verbose_name='ce que c’est')),
                        ('added_at', models.DateTimeField(verbose_name='joint le')),
                        ('added_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'verbose_name': 'pièce d’une contribution',
                        'ordering': ['added_at', 'pk'],
                    },
                ),
                migrations.CreateModel(
                    name='ContributionRecall',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('evaluation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='recalls', to='evaluation.evaluation')),
                        ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='organisations.organisation')),
                        ('kind', models.CharField(choices=[('before', 'avant la date'), ('after', 'après la date')], max_length=8, verbose_name='nature')),
                        ('sent_at', models.DateTimeField(verbose_name='dit le')),
                    ],
                    options={
                        'verbose_name': 'rappel d’une contribution',
                        'constraints': [models.UniqueConstraint(fields=('evaluation', 'organisation', 'kind'), name='a_side_is_reminded_once_of_each_kind')],
                    },
                ),
                migrations.CreateModel(
                    name='EvaluationStep',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('evaluation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='evaluation.evaluation')),
                        ('name', models.CharField(max_length=16, verbose_name='étape')),
                        ('source', models.CharField(choices=[('prepared', 'en préparation'), ('open', 'contributions ouvertes'), ('review', 'verdicts en discussion'), ('adopted', 'adoptée par le comité'), ('published', 'publiée')], max_length=10, verbose_name='état d’avant')),
                        ('target', models.CharField(choices=[('prepared', 'en préparation'), ('open', 'contributions ouvertes'), ('review', 'verdicts en discussion'), ('adopted', 'adoptée par le comité'), ('published', 'publiée')], max_length=10, verbose_name='état d’après')),
                        ('at', models.DateTimeField(verbose_name='le')),
                        ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('reason', models.CharField(blank=True, max_length=300, verbose_name='raison')),
                    ],
                    options={
                        'verbose_name': 'étape d’une évaluation',
                        'ordering': ['-at', '-pk'],
                    },
                ),
                migrations.CreateModel(
                    name='Survey',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('plan', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='surveys', to='plan.territorialeducationplan')),
                        ('school_year', models.PositiveSmallIntegerField(verbose_name='année scolaire')),
                        ('title', models.CharField(max_length=160, verbose_name='intitulé de l’enquête')),
                        ('audience', models.CharField(max_length=160, verbose_name='auprès de qui')),
                        ('held_on', models.DateField(verbose_name='close le')),
                        ('asked', models.PositiveIntegerField(blank=True, null=True, verbose_name='personnes interrogées')),
                        ('is_sensitive', models.BooleanField(default=False, verbose_name='données sensibles')),
                        ('proof', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.storedfile')),
                        ('recorded_at', models.DateTimeField(verbose_name='enregistrée le')),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'verbose_name': 'enquête',
                        'ordering': ['-held_on', '-pk'],
                        'constraints': [models.UniqueConstraint(fields=('plan', 'school_year', 'title'), name='a_survey_is_recorded_once_a_year')],
                    },
                ),
                migrations.CreateModel(
                    name='SurveyQuestion',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('survey', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='questions', to='evaluation.survey')),
                        ('number', models.PositiveSmallIntegerField(verbose_name='numéro')),
                        ('words', models.CharField(max_length=300, verbose_name='question')),
                        ('respondents', models.PositiveIntegerField(verbose_name='répondants')),
                        ('value', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='survey_question', to='indicators.value')),
                    ],
                    options={
                        'verbose_name': 'question d’enquête',
                        'ordering': ['number'],
                        'constraints': [models.UniqueConstraint(fields=('survey', 'number'), name='a_question_has_its_number')],
                    },
                ),
                migrations.CreateModel(
                    name='SurveyAnswer',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('question', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='answers', to='evaluation.surveyquestion')),
                        ('position', models.PositiveSmallIntegerField(verbose_name='ordre')),
                        ('words', models.CharField(max_length=200, verbose_name='réponse')),
                        ('count', models.PositiveIntegerField(verbose_name='nombre')),
                        ('is_counted', models.BooleanField(default=False, verbose_name='comptée par l’indicateur')),
                    ],
                    options={
                        'verbose_name': 'réponse d’enquête',
                        'ordering': ['position'],
                        'constraints': [models.UniqueConstraint(fields=('question', 'position'), name='an_answer_has_its_place')],
                    },
                ),
                migrations.CreateModel(
                    name='Target',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('indicator', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='targets', to='indicators.indicator')),
                        ('school_year', models.PositiveSmallIntegerField(verbose_name='année scolaire visée')),
                        ('amount', models.DecimalField(decimal_places=2, max_digits=12, verbose_name='valeur visée')),
                        ('baseline_year', models.PositiveSmallIntegerField(verbose_name='année de référence')),
                        ('baseline_amount', models.DecimalField(decimal_places=2, max_digits=12, verbose_name='valeur de référence')),
                        ('set_on', models.DateField(verbose_name='fixée le')),
                        ('set_by_body', models.CharField(max_length=160, verbose_name='fixée par')),
                        ('recorded_at', models.DateTimeField(verbose_name='enregistrée le')),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('replaces', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='replaced_by', to='evaluation.target')),
                    ],
                    options={
                        'verbose_name': 'cible',
                        'ordering': ['-school_year', '-recorded_at', '-pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('baseline_year__lt', models.F('school_year'))), name='a_target_has_a_year_before'), models.CheckConstraint(condition=models.Q(('set_by_body', ''), _negated=True), name='a_target_says_who_set_it')],
                    },
                ),
                migrations.CreateModel(
                    name='Verdict',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('evaluation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='verdicts', to='evaluation.evaluation')),
                        ('effect', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='verdicts', to='plan.planitem')),
                        ('kind', models.CharField(choices=[('confirmed', 'confirmé'), ('partly', 'en partie confirmé'), ('refuted', 'non confirmé'), ('not_measured', 'n’a pas pu être mesuré')], max_length=14, verbose_name='verdict')),
                        ('strength', models.CharField(choices=[('weak', 'faible'), ('moderate', 'moyenne'), ('strong', 'forte')], max_length=10, verbose_name='force de la preuve')),
                        ('strength_reason', models.CharField(max_length=400, verbose_name='pourquoi cette force')),
                        ('narrative', models.TextField(verbose_name='ce que l’on a observé')),
                        ('learnt', models.TextField(blank=True, verbose_name='ce que nous en apprenons')),
                        ('change', models.TextField(blank=True, verbose_name='ce que nous changeons')),
                        ('version', models.PositiveIntegerField(default=1, verbose_name='version')),
                        ('proposed_at', models.DateTimeField(verbose_name='proposé le')),
                        ('proposed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('adopted_on', models.DateField(blank=True, null=True, verbose_name='adopté le')),
                        ('adopted_by_body', models.CharField(blank=True, max_length=160, verbose_name='adopté par')),
                    ],
                    options={
                        'verbose_name': 'verdict',
                        'ordering': ['effect__position', 'pk'],
                        'constraints': [models.UniqueConstraint(fields=('evaluation', 'effect'), name='an_effect_has_one_verdict_a_year'), models.CheckConstraint(condition=models.Q(('kind__in', ['confirmed', 'partly', 'refuted', 'not_measured']), ('strength__in', ['weak', 'moderate', 'strong'])), name='a_verdict_is_one_of_four'), models.CheckConstraint(condition=models.Q(models.Q(('strength_reason', ''), _negated=True), models.Q(('narrative', ''), _negated=True)), name='a_verdict_gives_its_reasons'), models.CheckConstraint(condition=models.Q(('adopted_on__isnull', True), models.Q(('adopted_by_body', ''), _negated=True), _connector='OR'), name='an_adopted_verdict_says_by_whom'), models.CheckConstraint(condition=models.Q(models.Q(('kind', 'not_measured'), _negated=True), ('strength', 'weak'), _connector='OR'), name='what_was_not_measured_proves_little')],
                    },
                ),
                migrations.CreateModel(
                    name='AdoptedFigure',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('verdict', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='figures', to='evaluation.verdict')),
                        ('indicator', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='adopted_figures', to='indicators.indicator')),
                        ('school_year', models.PositiveSmallIntegerField(verbose_name='année scolaire')),
                        ('counted', models.FloatField(null=True, verbose_name='compté')),
                        ('among', models.FloatField(null=True, verbose_name='parmi')),
                        ('value', models.FloatField(null=True, verbose_name='valeur')),
                        ('as_percent', models.BooleanField(default=True, verbose_name='se lit en pourcentage')),
                        ('since', models.DateField(null=True, verbose_name='inchangé depuis')),
                        ('is_hidden', models.BooleanField(default=False, verbose_name='petit nombre, non montré')),
                        ('missing', models.CharField(blank=True, choices=[('nobody', 'personne n’est concerné sur cette période'), ('outside', 'il manque un nombre donné par une autre source'), ('too_early', 'l’année suivante n’est pas terminée'), ('no_history', 'il faut une année d’avant pour comparer'), ('no_facts', 'les faits de cette période ne sont pas encore arrêtés'), ('not_typed', 'personne ne l’a encore saisi')], max_length=12, verbose_name='pourquoi il n’y en a pas')),
                        ('is_over', models.BooleanField(verbose_name='année entière')),
                        ('until', models.DateField(verbose_name='connu jusqu’au')),
                        ('snapshot', models.CharField(blank=True, max_length=80, verbose_name='relevé')),
                        ('taken_at', models.DateTimeField(null=True, verbose_name='relevé du')),
                        ('source', models.CharField(blank=True, max_length=240, verbose_name='source')),
                    ],
                    options={
                        'verbose_name': 'chiffre arrêté',
                        'ordering': ['indicator', 'school_year'],
                        'constraints': [models.UniqueConstraint(fields=('verdict', 'indicator', 'school_year'), name='a_figure_is_adopted_once'), models.CheckConstraint(condition=models.Q(('is_hidden', False), models.Q(('among__isnull', True), ('counted__isnull', True), ('value__isnull', True)), _connector='OR'), name='what_is_hidden_is_not_kept')],
                    },
                ),
                migrations.CreateModel(
                    name='Dissent',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('verdict', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='dissents', to='evaluation.verdict')),
                        ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                        ('words', models.TextField(verbose_name='autre avis')),
                        ('version', models.PositiveIntegerField(verbose_name='version du verdict')),
                        ('signed_at', models.DateTimeField(verbose_name='signé le')),
                        ('signed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('withdrawn_at', models.DateTimeField(blank=True, null=True, verbose_name='repris le')),
                    ],
                    options={
                        'verbose_name': 'autre avis',
                        'ordering': ['signed_at', 'pk'],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('withdrawn_at__isnull', True)), fields=('verdict', 'organisation'), name='a_side_dissents_once'), models.CheckConstraint(condition=models.Q(('words', ''), _negated=True), name='a_dissent_says_something')],
                    },
                ),
            ],
        ),
        NewTriggers(protect, protect_also),
    ]
