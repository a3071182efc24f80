import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '__first__'),
        ('organisations', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='PlanItem',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('kind', models.CharField(choices=[('axis', 'axe'), ('general_objective', 'objectif général'), ('operational_objective', 'objectif opérationnel'), ('expected_effect', 'effet attendu')], max_length=24, verbose_name='nature')),
                ('code', models.CharField(max_length=24, verbose_name='repère')),
                ('position', models.PositiveIntegerField(verbose_name='ordre')),
                ('text', models.TextField(verbose_name='texte')),
                ('sub_points', models.JSONField(blank=True, default=list, verbose_name='points de détail')),
                ('summary', models.CharField(blank=True, max_length=300, verbose_name='en clair')),
                ('note', models.TextField(blank=True, verbose_name='note')),
                ('horizon_on', models.DateField(blank=True, null=True, verbose_name='échéance')),
                ('is_bulleted', models.BooleanField(default=True, verbose_name='précédé d’une puce')),
                ('source_line', models.PositiveIntegerField(blank=True, null=True, verbose_name='ligne du document')),
                ('version', models.PositiveIntegerField(default=1, verbose_name='version')),
                ('removed_at', models.DateTimeField(blank=True, null=True, verbose_name='retiré le')),
                ('owner', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='plan_items', to='organisations.organisation')),
                ('parent', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='children', to='plan.planitem')),
            ],
            options={
                'verbose_name': 'élément du projet',
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('kind', 'axis'), ('parent__isnull', True)), models.Q(models.Q(('kind', 'axis'), _negated=True), ('parent__isnull', False)), _connector='OR'), name='only_an_axis_has_no_parent')],
            },
        ),
        migrations.CreateModel(
            name='ItemChange',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('imported', 'importé'), ('added', 'ajouté'), ('reworded', 'texte modifié'), ('noted', 'note modifiée'), ('owned', 'porteur modifié'), ('scheduled', 'échéance modifiée'), ('moved', 'déplacé'), ('removed', 'retiré'), ('restored', 'rétabli')], max_length=12, verbose_name='nature')),
                ('at', models.DateTimeField(verbose_name='le')),
                ('before', models.TextField(blank=True, verbose_name='avant')),
                ('after', models.TextField(blank=True, verbose_name='après')),
                ('reason', models.CharField(blank=True, max_length=300, verbose_name='raison')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('item', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='changes', to='plan.planitem')),
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
                ('code', models.CharField(max_length=24, verbose_name='repère')),
                ('position', models.PositiveIntegerField(verbose_name='ordre')),
                ('general_objective', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='rows', to='plan.planitem')),
            ],
            options={
                'verbose_name': 'ligne du tableau',
                'ordering': ['position'],
            },
        ),
        migrations.AddField(
            model_name='planitem',
            name='row',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='items', to='plan.planrow'),
        ),
        migrations.CreateModel(
            name='TerritorialEducationPlan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=200, verbose_name='titre')),
                ('introduction', models.TextField(blank=True, verbose_name='présentation pour les familles')),
                ('easy_read', models.TextField(blank=True, verbose_name='présentation en facile à lire et à comprendre')),
                ('starts_on', models.DateField(blank=True, null=True, verbose_name='débute le')),
                ('ends_on', models.DateField(blank=True, null=True, verbose_name='s’achève le')),
                ('created_at', models.DateTimeField(verbose_name='créé le')),
                ('shown_at', models.DateTimeField(blank=True, null=True, verbose_name='montré au public le')),
                ('adopted_on', models.DateField(blank=True, null=True, verbose_name='adopté le')),
                ('discarded_at', models.DateTimeField(blank=True, null=True, verbose_name='retiré le')),
                ('commune', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='plans', to='organisations.commune')),
            ],
            options={
                'verbose_name': 'projet éducatif de territoire',
                'ordering': ['-created_at'],
                'constraints': [models.CheckConstraint(condition=models.Q(('ends_on__isnull', True), ('starts_on__lt', models.F('ends_on')), _connector='OR'), name='plan_ends_after_it_starts')],
            },
        ),
        migrations.AddField(
            model_name='planrow',
            name='plan',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='rows', to='plan.territorialeducationplan'),
        ),
        migrations.AddField(
            model_name='planitem',
            name='plan',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='items', to='plan.territorialeducationplan'),
        ),
        migrations.AddConstraint(
            model_name='planrow',
            constraint=models.UniqueConstraint(fields=('plan', 'code'), name='row_code_once_by_plan'),
        ),
        migrations.AddIndex(
            model_name='planitem',
            index=models.Index(fields=['plan', 'kind', 'position'], name='plan_planit_plan_id_54d99e_idx'),
        ),
        migrations.AddConstraint(
            model_name='planitem',
            constraint=models.UniqueConstraint(fields=('plan', 'code'), name='item_code_once_by_plan'),
        ),
        migrations.AddConstraint(
            model_name='planitem',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind__in', ('operational_objective', 'expected_effect')), ('row__isnull', False)), models.Q(models.Q(('kind__in', ('operational_objective', 'expected_effect')), _negated=True), ('row__isnull', True)), _connector='OR'), name='objectives_and_effects_stand_in_a_row'),
        ),
    ]
