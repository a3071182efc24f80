import django.core.validators
import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models

from preau.foundation.newtables import NewTables


class Migration(migrations.Migration):

    replaces = [('outreach', '0001_going_towards_families')]

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('households', '0001_until_the_first_release'),
        ('organisations', '0001_until_the_first_release'),
    ]

    operations = [
        NewTables(
            models=[
                migrations.CreateModel(
                    name='OutreachObjection',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('adult', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='outreach_objections', to='households.adult')),
                        ('channel', models.CharField(choices=[('online', 'en ligne'), ('counter', 'au guichet'), ('phone', 'par téléphone'), ('paper', 'sur papier')], default='online', max_length=8, verbose_name='par')),
                        ('told_at', models.DateTimeField(verbose_name='dite le')),
                        ('entered_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('withdrawn_at', models.DateTimeField(blank=True, null=True, verbose_name='reprise le')),
                    ],
                    options={
                        'verbose_name': 'opposition à l’aller vers',
                        'ordering': ['-told_at'],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('withdrawn_at__isnull', True)), fields=('adult',), name='one_open_objection_by_adult'), models.CheckConstraint(condition=models.Q(('withdrawn_at__isnull', True), ('withdrawn_at__gte', models.F('told_at')), _connector='OR'), name='an_objection_ends_after_it_was_told')],
                    },
                ),
                migrations.CreateModel(
                    name='OutreachReferent',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('commune', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.commune')),
                        ('user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='outreach_designations', to=settings.AUTH_USER_MODEL)),
                        ('basis', models.CharField(max_length=200, verbose_name='fondée sur')),
                        ('starts_on', models.DateField(verbose_name='à partir du')),
                        ('ends_on', models.DateField(blank=True, null=True, verbose_name='jusqu’au')),
                        ('designated_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('designated_at', models.DateTimeField(verbose_name='désigné le')),
                    ],
                    options={
                        'verbose_name': 'référent de l’aller vers',
                        'ordering': ['-starts_on', '-pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('ends_on__isnull', True), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='a_designation_ends_after_it_starts'), models.UniqueConstraint(condition=models.Q(('ends_on__isnull', True)), fields=('user',), name='one_open_designation_by_person'), models.CheckConstraint(condition=models.Q(('basis', ''), _negated=True), name='a_designation_says_what_it_rests_on'), models.CheckConstraint(condition=models.Q(('user__isnull', True), ('designated_by__isnull', True), models.Q(('user', models.F('designated_by')), _negated=True), _connector='OR'), name='nobody_designates_themselves')],
                    },
                ),
                migrations.CreateModel(
                    name='OutreachList',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('key', models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name='clé')),
                        ('commune', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.commune')),
                        ('referent', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='lists', to='outreach.outreachreferent')),
                        ('school_year', models.PositiveSmallIntegerField(verbose_name='année scolaire')),
                        ('quarter', models.SlugField(blank=True, max_length=80, verbose_name='quartier')),
                        ('stage', models.CharField(blank=True, choices=[('3-5', '3 à 5 ans'), ('6-10', '6 à 10 ans'), ('11-17', '11 à 17 ans')], max_length=8, verbose_name='âge')),
                        ('means', models.CharField(blank=True, choices=[('low', 'quotient sous 600 €'), ('middle', 'quotient de 600 à 1 199 €'), ('high', 'quotient de 1 200 € et plus'), ('unknown', 'quotient inconnu')], max_length=8, verbose_name='tranche de quotient')),
                        ('offer', models.CharField(max_length=200, verbose_name='ce qui sera proposé')),
                        ('reason', models.TextField(max_length=600, verbose_name='raison')),
                        ('children', models.PositiveSmallIntegerField(verbose_name='enfants à l’ouverture')),
                        ('opened_at', models.DateTimeField(verbose_name='ouverte le')),
                        ('closes_on', models.DateField(verbose_name='ouverte jusqu’au')),
                        ('closed_at', models.DateTimeField(blank=True, null=True, verbose_name='fermée le')),
                        ('ending', models.CharField(blank=True, choices=[('done', 'fermée par le référent'), ('term', 'fin du délai'), ('left', 'fin de la désignation')], max_length=4, verbose_name='fermée parce que')),
                    ],
                    options={
                        'verbose_name': 'liste d’aller vers',
                        'ordering': ['-opened_at', '-pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('quarter', ''), _negated=True), models.Q(('stage', ''), _negated=True), models.Q(('means', ''), _negated=True), _connector='OR'), name='a_list_is_of_a_group'), models.CheckConstraint(condition=models.Q(models.Q(('offer', ''), _negated=True), models.Q(('reason', ''), _negated=True)), name='a_list_has_a_reason'), models.CheckConstraint(condition=models.Q(models.Q(('closed_at__isnull', True), ('ending', '')), models.Q(('closed_at__isnull', False), models.Q(('ending', ''), _negated=True)), _connector='OR'), name='a_list_ends_for_a_reason'), models.CheckConstraint(condition=models.Q(('children__gt', 0)), name='a_list_is_of_somebody'), models.UniqueConstraint(condition=models.Q(('closed_at__isnull', True)), fields=('commune', 'quarter', 'stage', 'means'), name='one_open_list_by_group')],
                    },
                ),
                migrations.CreateModel(
                    name='OutreachLine',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('list', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='lines', to='outreach.outreachlist')),
                        ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='outreach_lines', to='households.child')),
                        ('outcome', models.CharField(blank=True, choices=[('reached', 'famille jointe'), ('declined', 'ne souhaite pas'), ('no_answer', 'sans réponse')], max_length=9, verbose_name='suite')),
                        ('barrier', models.CharField(blank=True, choices=[('not_known', 'ne connaissait pas l’offre'), ('not_asked', 'la connaissait, l’offre ne convient pas'), ('not_got', 'a demandé et n’a pas obtenu'), ('not_offered', 'personne ne l’avait proposée')], max_length=11, verbose_name='ce qui retenait')),
                        ('answered_at', models.DateTimeField(blank=True, null=True, verbose_name='notée le')),
                    ],
                    options={
                        'verbose_name': 'enfant d’une liste',
                        'ordering': ['pk'],
                        'constraints': [models.UniqueConstraint(fields=('list', 'child'), name='a_child_once_in_a_list'), models.CheckConstraint(condition=models.Q(models.Q(('answered_at__isnull', True), ('barrier', ''), ('outcome', '')), models.Q(models.Q(('outcome', ''), _negated=True), ('answered_at__isnull', False)), _connector='OR'), name='an_outcome_has_a_day'), models.CheckConstraint(condition=models.Q(('barrier', ''), ('outcome__in', ['reached', 'declined']), _connector='OR'), name='who_was_not_reached_said_nothing')],
                    },
                ),
                migrations.CreateModel(
                    name='OutreachResult',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('list', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='results', to='outreach.outreachlist')),
                        ('outcome', models.CharField(blank=True, choices=[('reached', 'famille jointe'), ('declined', 'ne souhaite pas'), ('no_answer', 'sans réponse')], max_length=9, verbose_name='suite')),
                        ('barrier', models.CharField(blank=True, choices=[('not_known', 'ne connaissait pas l’offre'), ('not_asked', 'la connaissait, l’offre ne convient pas'), ('not_got', 'a demandé et n’a pas obtenu'), ('not_offered', 'personne ne l’avait proposée')], max_length=11, verbose_name='ce qui retenait')),
                        ('children', models.PositiveSmallIntegerField(verbose_name='enfants')),
                    ],
                    options={
                        'verbose_name': 'résultat d’une liste',
                        'ordering': ['list', 'outcome', 'barrier'],
                        'constraints': [models.UniqueConstraint(fields=('list', 'outcome', 'barrier'), name='one_result_by_outcome_and_barrier'), models.CheckConstraint(condition=models.Q(('children__gt', 0)), name='a_result_counts_somebody')],
                    },
                ),
                migrations.CreateModel(
                    name='OutreachTerms',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('commune', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.commune')),
                        ('valid_from', models.DateField(verbose_name='valable à partir du')),
                        ('days', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(90)], verbose_name='jours d’ouverture')),
                        ('least', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(11), django.core.validators.MaxValueValidator(100)], verbose_name='enfants du groupe, au moins')),
                        ('most', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(11), django.core.validators.MaxValueValidator(200)], verbose_name='enfants d’une liste, au plus')),
                        ('decided_by', models.CharField(max_length=200, verbose_name='décidé par')),
                    ],
                    options={
                        'verbose_name': 'règle de l’aller vers',
                        'ordering': ['-valid_from'],
                        'constraints': [models.UniqueConstraint(fields=('commune', 'valid_from'), name='outreach_terms_begin_once_a_day'), models.CheckConstraint(condition=models.Q(('days__range', (1, 90))), name='a_list_lasts_ninety_days_at_most'), models.CheckConstraint(condition=models.Q(('least__gte', 11)), name='a_group_of_fewer_than_eleven_is_never_named'), models.CheckConstraint(condition=models.Q(('most__gte', models.F('least'))), name='a_list_may_hold_its_smallest_group')],
                    },
                ),
            ],
        ),
    ]
