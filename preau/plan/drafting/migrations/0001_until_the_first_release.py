import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from preau.foundation.newtables import NewTables


class Migration(migrations.Migration):

    replaces = [('drafting', '0001_initial'), ('drafting', '0002_proposals_of_partners'), ('drafting', '0003_who_is_editing')]

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('organisations', '0001_until_the_first_release'),
        ('plan', '0001_until_the_first_release'),
    ]

    operations = [
        NewTables(
            models=[
                migrations.CreateModel(
                    name='OpenPoint',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('plan', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='open_points', to='plan.territorialeducationplan')),
                        ('item', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='open_points', to='plan.planitem')),
                        ('kind', models.CharField(max_length=40, verbose_name='nature')),
                        ('quote', models.TextField(blank=True, verbose_name='mots cités')),
                        ('reason', models.TextField(verbose_name='pourquoi')),
                        ('needs_town_decision', models.BooleanField(default=False, verbose_name='demande une décision')),
                        ('owner', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='open_points', to='organisations.organisation')),
                        ('due_on', models.DateField(blank=True, null=True, verbose_name='à régler avant le')),
                        ('raised_at', models.DateTimeField(verbose_name='relevé le')),
                        ('outcome', models.CharField(blank=True, choices=[('settled', 'décidé'), ('not_a_problem', 'sans objet')], max_length=16, verbose_name='issue')),
                        ('decision', models.TextField(blank=True, verbose_name='décision')),
                        ('settled_at', models.DateTimeField(blank=True, null=True, verbose_name='réglé le')),
                        ('settled_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'verbose_name': 'point ouvert',
                        'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('outcome', ''), ('settled_at__isnull', True)), models.Q(('settled_at__isnull', False), models.Q(('outcome', ''), _negated=True)), _connector='OR'), name='a_settled_point_has_an_outcome_and_an_instant')],
                    },
                ),
                migrations.CreateModel(
                    name='EditingPresence',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('item', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='presences', to='plan.planitem')),
                        ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('since', models.DateTimeField(verbose_name='depuis')),
                        ('seen_at', models.DateTimeField(db_index=True, verbose_name='vu le')),
                    ],
                    options={
                        'verbose_name': 'présence',
                        'ordering': ['since', 'pk'],
                        'constraints': [models.UniqueConstraint(fields=('item', 'user'), name='presence_once_by_person')],
                    },
                ),
                migrations.CreateModel(
                    name='ReturnedDocument',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('plan', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='returns', to='plan.territorialeducationplan')),
                        ('file_name', models.CharField(max_length=255, verbose_name='fichier')),
                        ('file_format', models.CharField(max_length=8, verbose_name='format')),
                        ('file_size', models.PositiveIntegerField(verbose_name='taille en octets')),
                        ('sha256', models.CharField(max_length=64, verbose_name='empreinte')),
                        ('base_moment', models.PositiveBigIntegerField(blank=True, null=True, verbose_name='état de départ')),
                        ('has_marks', models.BooleanField(default=True, verbose_name='repères conservés')),
                        ('unchanged', models.PositiveIntegerField(default=0, verbose_name='passages inchangés')),
                        ('notes', models.JSONField(default=list, verbose_name='remarques de lecture')),
                        ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('organisation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='returns', to='organisations.organisation')),
                        ('received_at', models.DateTimeField(verbose_name='reçu le')),
                        ('discarded_at', models.DateTimeField(blank=True, null=True, verbose_name='écarté le')),
                    ],
                    options={
                        'verbose_name': 'retour d’un partenaire',
                        'ordering': ['-received_at', '-pk'],
                    },
                ),
                migrations.CreateModel(
                    name='Suggestion',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('plan', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='suggestions', to='plan.territorialeducationplan')),
                        ('item', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='suggestions', to='plan.planitem')),
                        ('target', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='plan.planitem')),
                        ('place', models.CharField(blank=True, max_length=24, verbose_name='repère')),
                        ('kind', models.CharField(choices=[('insertion', 'ajout'), ('deletion', 'suppression'), ('replacement', 'remplacement'), ('move', 'déplacement'), ('row_insertion', 'ligne ajoutée'), ('row_deletion', 'ligne supprimée'), ('rewording', 'nouvelle formulation'), ('detailing', 'points de détail'), ('addition', 'nouvel élément'), ('removal', 'retrait'), ('relocation', 'changement de place'), ('owning', 'porteur'), ('scheduling', 'échéance')], max_length=16, verbose_name='nature')),
                        ('facts', models.JSONField(default=dict, verbose_name='faits')),
                        ('old', models.TextField(blank=True, verbose_name='avant')),
                        ('new', models.TextField(blank=True, verbose_name='après')),
                        ('start', models.PositiveIntegerField(default=0, verbose_name='position')),
                        ('reason', models.TextField(blank=True, verbose_name='raison')),
                        ('author', models.CharField(blank=True, max_length=160, verbose_name='auteur')),
                        ('by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='suggestions', to=settings.AUTH_USER_MODEL)),
                        ('organisation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='suggestions', to='organisations.organisation')),
                        ('batch', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='suggestions', to='drafting.returneddocument')),
                        ('certainty', models.CharField(choices=[('sure', 'certain'), ('likely', 'probable'), ('uncertain', 'à vérifier')], default='sure', max_length=10, verbose_name='certitude')),
                        ('proposed_at', models.DateTimeField(blank=True, null=True, verbose_name='proposé le')),
                        ('state', models.CharField(choices=[('open', 'à examiner'), ('accepted', 'acceptée'), ('refused', 'refusée'), ('withdrawn', 'reprise par son auteur')], default='open', max_length=10, verbose_name='état')),
                        ('decided_at', models.DateTimeField(blank=True, null=True, verbose_name='décidé le')),
                        ('decided_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('answer', models.CharField(blank=True, max_length=300, verbose_name='réponse')),
                        ('change', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='suggestion', to='plan.itemchange')),
                    ],
                    options={
                        'verbose_name': 'proposition',
                        'ordering': ['proposed_at', 'pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('decided_at__isnull', True), ('state', 'open')), models.Q(models.Q(('state', 'open'), _negated=True), ('decided_at__isnull', False)), _connector='OR'), name='a_decided_suggestion_has_an_instant')],
                    },
                ),
                migrations.CreateModel(
                    name='PlanComment',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('plan', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='comments', to='plan.territorialeducationplan')),
                        ('item', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='comments', to='plan.planitem')),
                        ('suggestion', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='comments', to='drafting.suggestion')),
                        ('author', models.CharField(blank=True, max_length=160, verbose_name='auteur')),
                        ('by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('organisation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='plan_comments', to='organisations.organisation')),
                        ('written_at', models.DateTimeField(blank=True, null=True, verbose_name='écrit le')),
                        ('text', models.TextField(verbose_name='texte')),
                        ('quote', models.TextField(blank=True, verbose_name='mots commentés')),
                        ('removed_at', models.DateTimeField(blank=True, null=True, verbose_name='retiré le')),
                    ],
                    options={
                        'verbose_name': 'commentaire',
                        'ordering': ['written_at', 'pk'],
                    },
                ),
                migrations.CreateModel(
                    name='SuggestionSupport',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('suggestion', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='supports', to='drafting.suggestion')),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('organisation', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='organisations.organisation')),
                        ('at', models.DateTimeField(verbose_name='le')),
                    ],
                    options={
                        'verbose_name': 'soutien',
                        'ordering': ['at', 'pk'],
                        'constraints': [models.UniqueConstraint(fields=('suggestion', 'by'), name='support_once_by_person')],
                    },
                ),
            ],
        ),
    ]
