import django.db.models.deletion
import preau.foundation.crypto.fields
import uuid
from django.conf import settings
from django.db import migrations, models

from preau.foundation.newtables import NewTables


class Migration(migrations.Migration):

    replaces = [('health', '0001_initial')]

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('households', '0001_until_the_first_release'),
    ]

    operations = [
        NewTables(
            models=[
                migrations.CreateModel(
                    name='HealthSheet',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('key', models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name='clé')),
                        ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='health_sheets', to='households.child')),
                        ('number', models.PositiveIntegerField(verbose_name='version')),
                        ('is_current', models.BooleanField(default=True, verbose_name='version en cours')),
                        ('content', preau.foundation.crypto.fields.EncryptedTextField(verbose_name='contenu chiffré')),
                        ('valid_until', models.DateField(verbose_name='valable jusqu’au')),
                        ('channel', models.CharField(choices=[('online', 'en ligne'), ('counter', 'au guichet'), ('phone', 'par téléphone'), ('paper', 'sur papier')], default='online', max_length=8, verbose_name='par')),
                        ('told_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='households.adult')),
                        ('written_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('written_at', models.DateTimeField(verbose_name='écrite le')),
                    ],
                    options={
                        'verbose_name': 'fiche de santé',
                        'ordering': ['child', '-number'],
                        'constraints': [models.UniqueConstraint(fields=('child', 'number'), name='one_health_sheet_by_number'), models.UniqueConstraint(condition=models.Q(('is_current', True)), fields=('child',), name='one_current_health_sheet_by_child')],
                    },
                ),
            ],
        ),
    ]
