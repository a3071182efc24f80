import django.db.models.deletion
from django.db import migrations, models

from preau.foundation.newtables import NewTables


class Migration(migrations.Migration):

    replaces = [('smallnumbers', '0001_how_few_is_too_few')]

    initial = True

    dependencies = [
        ('organisations', '0001_until_the_first_release'),
    ]

    operations = [
        NewTables(
            models=[
                migrations.CreateModel(
                    name='SmallNumberTerms',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('commune', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.commune')),
                        ('valid_from', models.DateField(verbose_name='valable à partir du')),
                        ('cell', models.PositiveSmallIntegerField(verbose_name='personnes au moins')),
                        ('sensitive_cell', models.PositiveSmallIntegerField(verbose_name='personnes au moins, données sensibles')),
                        ('percentage', models.PositiveSmallIntegerField(verbose_name='personnes au moins pour un pourcentage')),
                        ('rounding', models.PositiveSmallIntegerField(verbose_name='arrondi')),
                        ('firms', models.PositiveSmallIntegerField(verbose_name='structures au moins pour un montant')),
                        ('firm_share', models.PositiveSmallIntegerField(verbose_name='part la plus grande d’une structure, en %')),
                        ('decided_by', models.CharField(max_length=200, verbose_name='décidé par')),
                    ],
                    options={
                        'verbose_name': 'seuils des petits nombres',
                        'ordering': ['-valid_from'],
                        'constraints': [models.UniqueConstraint(fields=('commune', 'valid_from'), name='small_numbers_begin_once_a_day'), models.CheckConstraint(condition=models.Q(('cell__gte', 5), ('firm_share__range', (1, 85)), ('firms__gte', 3), ('percentage__gte', 20), ('rounding__gte', 5), ('sensitive_cell__gte', 11)), name='no_threshold_is_under_the_floor'), models.CheckConstraint(condition=models.Q(('sensitive_cell__gte', models.F('cell'))), name='what_is_sensitive_is_hidden_at_least_as_much')],
                    },
                ),
            ],
        ),
    ]
