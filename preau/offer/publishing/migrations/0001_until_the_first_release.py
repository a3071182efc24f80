import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from preau.foundation.newtables import NewTables


class Migration(migrations.Migration):

    replaces = [('publishing', '0001_first')]

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('activities', '0001_until_the_first_release'),
        ('files', '0001_until_the_first_release'),
        ('organisations', '0001_until_the_first_release'),
    ]

    operations = [
        NewTables(
            models=[
                migrations.CreateModel(
                    name='EntryReminder',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('activity', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reminders', to='activities.activity')),
                        ('due_on', models.DateField(verbose_name='à vérifier avant le')),
                        ('days', models.PositiveSmallIntegerField(verbose_name='jours avant')),
                        ('sent_at', models.DateTimeField(verbose_name='dit le')),
                    ],
                    options={
                        'verbose_name': 'rappel d’une fiche',
                        'constraints': [models.UniqueConstraint(fields=('activity', 'due_on', 'days'), name='an_entry_is_recalled_once')],
                    },
                ),
                migrations.CreateModel(
                    name='EntryTable',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('commune', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='organisations.commune')),
                        ('file', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='files.storedfile')),
                        ('sent_by', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('outcome', models.JSONField(default=dict, verbose_name='aperçu')),
                        ('sent_at', models.DateTimeField(verbose_name='envoyé le')),
                    ],
                    options={
                        'verbose_name': 'tableau d’activités',
                    },
                ),
            ],
        ),
    ]
