import django.db.models.deletion
import uuid
from django.db import migrations, models

from preau.foundation.newtables import NewTables


class Migration(migrations.Migration):

    replaces = [('prices', '0001_first')]

    initial = True

    dependencies = [
        ('organisations', '0001_until_the_first_release'),
    ]

    operations = [
        NewTables(
            models=[
                migrations.CreateModel(
                    name='PriceRule',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('commune', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='price_rules', to='organisations.commune')),
                        ('organisation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='price_rules', to='organisations.organisation')),
                        ('series', models.UUIDField(default=uuid.uuid4, editable=False, verbose_name='suite')),
                        ('name', models.CharField(max_length=120, verbose_name='nom')),
                        ('kind', models.CharField(choices=[('free', 'gratuit'), ('flat', 'prix unique'), ('bands', 'par tranches de quotient familial'), ('linear', 'proportionnel au quotient familial')], max_length=12, verbose_name='nature')),
                        ('unit', models.CharField(blank=True, max_length=40, verbose_name='pour')),
                        ('terms', models.JSONField(default=dict, verbose_name='règle')),
                        ('valid_from', models.DateField(verbose_name='à partir du')),
                        ('valid_to', models.DateField(blank=True, null=True, verbose_name='jusqu’au')),
                        ('decided_by', models.CharField(blank=True, max_length=200, verbose_name='décidé par')),
                        ('version', models.PositiveIntegerField(default=1, verbose_name='version')),
                    ],
                    options={
                        'verbose_name': 'tarif',
                        'ordering': ['name', '-valid_from'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('valid_to__isnull', True), ('valid_to__gte', models.F('valid_from')), _connector='OR'), name='price_ends_after_it_begins'), models.CheckConstraint(condition=models.Q(('kind__in', ['free', 'flat', 'bands', 'linear'])), name='price_kind_is_known'), models.UniqueConstraint(fields=('series', 'valid_from'), name='price_begins_once_a_day'), models.UniqueConstraint(condition=models.Q(('valid_to__isnull', True)), fields=('series',), name='one_price_without_end_by_series')],
                    },
                ),
            ],
        ),
    ]
