import django.db.models.deletion
from django.db import migrations, models

from preau.foundation.newtables import NewTables


class Migration(migrations.Migration):

    replaces = [('releases', '0001_what_was_shown')]

    initial = True

    dependencies = [
        ('organisations', '0001_until_the_first_release'),
    ]

    operations = [
        NewTables(
            models=[
                migrations.CreateModel(
                    name='Release',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('commune', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.commune')),
                        ('series', models.CharField(max_length=120, verbose_name='série')),
                        ('day', models.DateField(verbose_name='vrai le')),
                        ('tables', models.JSONField(verbose_name='tableaux')),
                        ('worked_out', models.JSONField(blank=True, default=dict, verbose_name='calculs')),
                        ('is_last', models.BooleanField(default=True, verbose_name='dernier')),
                        ('at', models.DateTimeField(verbose_name='montré à partir du')),
                    ],
                    options={
                        'verbose_name': 'chiffres montrés',
                        'ordering': ['series', 'day', 'pk'],
                        'indexes': [models.Index(fields=['commune', 'series'], name='release_by_series')],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('is_last', True)), fields=('commune', 'series'), name='a_series_has_one_last_release')],
                    },
                ),
            ],
        ),
    ]
