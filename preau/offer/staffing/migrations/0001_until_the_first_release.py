from django.db import migrations, models

from preau.foundation.newtables import NewTables


class Migration(migrations.Migration):

    replaces = [('staffing', '0001_first')]

    initial = True

    dependencies = [
    ]

    operations = [
        NewTables(
            models=[
                migrations.CreateModel(
                    name='RatioRule',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('case', models.CharField(choices=[('out_of_school', 'extrascolaire'), ('around', 'périscolaire sans projet éducatif, cinq heures au plus'), ('around_long', 'périscolaire sans projet éducatif, plus de cinq heures de suite'), ('around_plan', 'périscolaire avec projet éducatif, cinq heures au plus'), ('around_plan_long', 'périscolaire avec projet éducatif, plus de cinq heures de suite'), ('walk', 'trajet entre l’école et un autre lieu')], max_length=20, verbose_name='cas')),
                        ('under_six', models.BooleanField(verbose_name='moins de 6 ans')),
                        ('children', models.PositiveSmallIntegerField(verbose_name='enfants par adulte')),
                        ('valid_from', models.DateField(verbose_name='à partir du')),
                        ('valid_to', models.DateField(blank=True, null=True, verbose_name='jusqu’au')),
                        ('source', models.CharField(max_length=200, verbose_name='texte')),
                    ],
                    options={
                        'verbose_name': 'taux d’encadrement',
                        'verbose_name_plural': 'taux d’encadrement',
                        'ordering': ['case', '-under_six', '-valid_from'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('case__in', ['out_of_school', 'around', 'around_long', 'around_plan', 'around_plan_long', 'walk'])), name='ratio_case_is_known'), models.CheckConstraint(condition=models.Q(('children__gte', 1)), name='an_adult_looks_after_somebody'), models.CheckConstraint(condition=models.Q(('valid_to__isnull', True), ('valid_to__gte', models.F('valid_from')), _connector='OR'), name='ratio_ends_after_it_begins'), models.UniqueConstraint(fields=('case', 'under_six', 'valid_from'), name='one_ratio_by_case_and_day'), models.UniqueConstraint(condition=models.Q(('valid_to__isnull', True)), fields=('case', 'under_six'), name='one_ratio_without_end_by_case')],
                    },
                ),
            ],
        ),
    ]
