import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models

from preau.foundation.newtables import NewTables


class Migration(migrations.Migration):

    replaces = [('counter', '0001_initial'), ('counter', '0002_receipts_of_health_sheets')]

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
                    name='DeskContact',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='desk_contacts', to='organisations.organisation')),
                        ('address', models.CharField(max_length=200, verbose_name='adresse')),
                        ('phone', models.CharField(max_length=40, verbose_name='téléphone')),
                        ('email', models.EmailField(blank=True, max_length=254, verbose_name='adresse électronique')),
                        ('hours', models.CharField(blank=True, max_length=200, verbose_name='heures')),
                        ('valid_from', models.DateField(verbose_name='à partir du')),
                        ('set_at', models.DateTimeField(verbose_name='réglé le')),
                        ('set_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'verbose_name': 'coordonnées de l’accueil',
                        'ordering': ['-valid_from'],
                        'constraints': [models.UniqueConstraint(fields=('organisation', 'valid_from'), name='one_desk_contact_by_day')],
                    },
                ),
                migrations.CreateModel(
                    name='Receipt',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('key', models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name='clé')),
                        ('number', models.CharField(max_length=12, unique=True, verbose_name='numéro')),
                        ('principal', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='receipts', to='households.adult')),
                        ('child', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='receipts', to='households.child')),
                        ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                        ('mandate', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='households.assistancemandate')),
                        ('entered_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('channel', models.CharField(choices=[('online', 'en ligne'), ('counter', 'au guichet'), ('phone', 'par téléphone'), ('paper', 'sur papier')], max_length=8, verbose_name='par')),
                        ('procedure', models.CharField(choices=[('family_file', 'tenir le dossier de la famille'), ('document', 'donner une pièce justificative'), ('quotient', 'faire connaître son quotient familial'), ('consent', 'donner ou retirer un accord'), ('mandate', 'confier ses démarches à l’accueil'), ('registration', 'inscrire un enfant'), ('release', 'rendre une place'), ('wishes', 'faire des vœux'), ('absence', 'prévenir d’une absence'), ('health', 'remettre une fiche santé')], max_length=12, verbose_name='démarche')),
                        ('lines', models.JSONField(default=list, verbose_name='ce qui a été fait')),
                        ('contact', models.TextField(blank=True, verbose_name='joindre le service')),
                        ('received_at', models.DateTimeField(verbose_name='reçu le')),
                        ('silence', models.CharField(blank=True, choices=[('accepted', 'l’absence de réponse vaut accord'), ('refused', 'l’absence de réponse vaut refus')], max_length=8, verbose_name='sans réponse')),
                        ('silence_on', models.DateField(blank=True, null=True, verbose_name='à la date du')),
                    ],
                    options={
                        'verbose_name': 'récépissé',
                        'ordering': ['-received_at', '-pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('silence', ''), ('silence_on__isnull', True)), models.Q(models.Q(('silence', ''), _negated=True), ('silence_on__isnull', False)), _connector='OR'), name='silence_has_a_day')],
                    },
                ),
                migrations.CreateModel(
                    name='SilenceRule',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('commune', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='silence_rules', to='organisations.commune')),
                        ('procedure', models.CharField(choices=[('family_file', 'tenir le dossier de la famille'), ('document', 'donner une pièce justificative'), ('quotient', 'faire connaître son quotient familial'), ('consent', 'donner ou retirer un accord'), ('mandate', 'confier ses démarches à l’accueil'), ('registration', 'inscrire un enfant'), ('release', 'rendre une place'), ('wishes', 'faire des vœux'), ('absence', 'prévenir d’une absence'), ('health', 'remettre une fiche santé')], max_length=12, verbose_name='démarche')),
                        ('silence', models.CharField(choices=[('accepted', 'l’absence de réponse vaut accord'), ('refused', 'l’absence de réponse vaut refus')], max_length=8, verbose_name='sans réponse')),
                        ('months', models.PositiveSmallIntegerField(verbose_name='mois')),
                        ('valid_from', models.DateField(verbose_name='à partir du')),
                        ('set_at', models.DateTimeField(verbose_name='réglé le')),
                        ('set_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'verbose_name': 'règle du silence',
                        'ordering': ['procedure', '-valid_from'],
                        'constraints': [models.UniqueConstraint(fields=('commune', 'procedure', 'valid_from'), name='one_silence_rule_by_procedure_and_day'), models.CheckConstraint(condition=models.Q(('months__gte', 1), ('months__lte', 12)), name='silence_lasts_months')],
                    },
                ),
            ],
        ),
    ]
