import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models

from preau.foundation.newtables import NewTables


class Migration(migrations.Migration):

    replaces = [('plan', '0001_initial'), ('plan', '0002_history_as_facts'), ('plan', '0003_record_present_plans')]

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('organisations', '0001_until_the_first_release'),
    ]

    operations = [
        NewTables(
            models=[
                migrations.CreateModel(
                    name='TerritorialEducationPlan',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('commune', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='plans', to='organisations.commune')),
                        ('title', models.CharField(max_length=200, verbose_name='titre')),
                        ('introduction', models.TextField(blank=True, verbose_name='présentation pour les familles')),
                        ('easy_read', models.TextField(blank=True, verbose_name='présentation en facile à lire et à comprendre')),
                        ('starts_on', models.DateField(blank=True, null=True, verbose_name='débute le')),
                        ('ends_on', models.DateField(blank=True, null=True, verbose_name='s’achève le')),
                        ('created_at', models.DateTimeField(verbose_name='créé le')),
                        ('shown_at', models.DateTimeField(blank=True, null=True, verbose_name='montré au public le')),
                        ('adopted_on', models.DateField(blank=True, null=True, verbose_name='adopté le')),
                        ('discarded_at', models.DateTimeField(blank=True, null=True, verbose_name='retiré le')),
                        ('follows', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='followers', to='plan.territorialeducationplan')),
                    ],
                    options={
                        'verbose_name': 'projet éducatif de territoire',
                        'ordering': ['-created_at'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('ends_on__isnull', True), ('starts_on__lt', models.F('ends_on')), _connector='OR'), name='plan_ends_after_it_starts')],
                    },
                ),
                migrations.CreateModel(
                    name='PlanItem',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('plan', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='items', to='plan.territorialeducationplan')),
                        ('uid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ('kind', models.CharField(choices=[('axis', 'axe'), ('general_objective', 'objectif général'), ('operational_objective', 'objectif opérationnel'), ('expected_effect', 'effet attendu')], max_length=24, verbose_name='nature')),
                        ('code', models.CharField(max_length=24, verbose_name='repère')),
                        ('parent', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='children', to='plan.planitem')),
                        ('row', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='items', to='plan.planrow')),
                        ('position', models.FloatField(verbose_name='ordre')),
                        ('text', models.TextField(verbose_name='texte')),
                        ('sub_points', models.JSONField(blank=True, default=list, verbose_name='points de détail')),
                        ('summary', models.CharField(blank=True, max_length=300, verbose_name='en clair')),
                        ('note', models.TextField(blank=True, verbose_name='note')),
                        ('owner', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='plan_items', to='organisations.organisation')),
                        ('horizon_on', models.DateField(blank=True, null=True, verbose_name='échéance')),
                        ('is_bulleted', models.BooleanField(default=True, verbose_name='précédé d’une puce')),
                        ('source_line', models.PositiveIntegerField(blank=True, null=True, verbose_name='ligne du document')),
                        ('version', models.PositiveIntegerField(default=1, verbose_name='version')),
                        ('removed_at', models.DateTimeField(blank=True, null=True, verbose_name='retiré le')),
                        ('predecessor', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='successors', to='plan.planitem')),
                    ],
                    options={
                        'verbose_name': 'élément du projet',
                        'constraints': [models.UniqueConstraint(fields=('plan', 'code'), name='item_code_once_by_plan'), models.CheckConstraint(condition=models.Q(models.Q(('kind', 'axis'), ('parent__isnull', True)), models.Q(models.Q(('kind', 'axis'), _negated=True), ('parent__isnull', False)), _connector='OR'), name='only_an_axis_has_no_parent'), models.CheckConstraint(condition=models.Q(models.Q(('kind__in', ('operational_objective', 'expected_effect')), ('row__isnull', False)), models.Q(models.Q(('kind__in', ('operational_objective', 'expected_effect')), _negated=True), ('row__isnull', True)), _connector='OR'), name='objectives_and_effects_stand_in_a_row')],
                        'indexes': [models.Index(fields=['plan', 'kind', 'position'], name='plan_planit_plan_id_54d99e_idx')],
                    },
                ),
                migrations.CreateModel(
                    name='ItemChange',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('item', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='changes', to='plan.planitem')),
                        ('kind', models.CharField(choices=[('imported', 'importé'), ('added', 'ajouté'), ('reworded', 'texte modifié'), ('detailed', 'points de détail modifiés'), ('noted', 'note modifiée'), ('owned', 'porteur modifié'), ('scheduled', 'échéance modifiée'), ('moved', 'déplacé'), ('removed', 'retiré'), ('restored', 'rétabli'), ('undone', 'modification annulée'), ('recorded', 'relevé à la mise à jour de la plateforme')], max_length=12, verbose_name='nature')),
                        ('at', models.DateTimeField(verbose_name='le')),
                        ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('before', models.TextField(blank=True, verbose_name='avant')),
                        ('after', models.TextField(blank=True, verbose_name='après')),
                        ('reason', models.CharField(blank=True, max_length=300, verbose_name='raison')),
                        ('facts', models.JSONField(default=dict, verbose_name='faits')),
                        ('version', models.PositiveIntegerField(default=1, verbose_name='version')),
                    ],
                    options={
                        'verbose_name': 'modification',
                        'ordering': ['-at', '-pk'],
                    },
                ),
                migrations.CreateModel(
                    name='PlanRow',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('plan', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='rows', to='plan.territorialeducationplan')),
                        ('general_objective', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='rows', to='plan.planitem')),
                        ('code', models.CharField(max_length=24, verbose_name='repère')),
                        ('position', models.PositiveIntegerField(verbose_name='ordre')),
                    ],
                    options={
                        'verbose_name': 'ligne du tableau',
                        'ordering': ['position'],
                        'constraints': [models.UniqueConstraint(fields=('plan', 'code'), name='row_code_once_by_plan')],
                    },
                ),
            ],
        ),
    ]
