from django.db import migrations, models

from preau.foundation.newtables import NewTables, NewTriggers
from preau.people.audit.append_only import protect


class Migration(migrations.Migration):

    replaces = [('audit', '0001_initial'), ('audit', '0002_append_only')]

    initial = True

    dependencies = [
    ]

    operations = [
        NewTables(
            models=[
                migrations.CreateModel(
                    name='AuditEvent',
                    fields=[
                        ('number', models.PositiveBigIntegerField(primary_key=True, serialize=False, verbose_name='numéro')),
                        ('at', models.DateTimeField(verbose_name='quand')),
                        ('actor_id', models.BigIntegerField(null=True, verbose_name='compte')),
                        ('verb', models.CharField(max_length=60, verbose_name='acte')),
                        ('subject', models.CharField(db_index=True, max_length=120, verbose_name='objet')),
                        ('details', models.JSONField(default=dict, verbose_name='détails')),
                        ('previous_seal', models.CharField(max_length=64, verbose_name='sceau précédent')),
                        ('seal', models.CharField(max_length=64, unique=True, verbose_name='sceau')),
                    ],
                    options={
                        'verbose_name': 'entrée du journal',
                        'ordering': ['number'],
                    },
                ),
            ],
        ),
        NewTriggers(protect),
    ]
