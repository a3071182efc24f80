import django.db.models.deletion
from django.db import migrations, models

from preau.foundation.newtables import NewTables


class Migration(migrations.Migration):

    replaces = [('organisations', '0001_initial')]

    initial = True

    dependencies = [
    ]

    operations = [
        NewTables(
            models=[
                migrations.CreateModel(
                    name='Commune',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('name', models.CharField(max_length=120, verbose_name='nom')),
                        ('insee_code', models.CharField(max_length=5, unique=True, verbose_name='code INSEE')),
                        ('departement', models.CharField(blank=True, max_length=60, verbose_name='département')),
                        ('population', models.PositiveIntegerField(blank=True, null=True, verbose_name='habitants')),
                        ('is_fictional', models.BooleanField(default=False, verbose_name='ville fictive')),
                    ],
                    options={
                        'verbose_name': 'commune',
                    },
                ),
                migrations.CreateModel(
                    name='Organisation',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('commune', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='organisations', to='organisations.commune')),
                        ('name', models.CharField(max_length=160, verbose_name='nom')),
                        ('slug', models.SlugField(max_length=80, verbose_name='identifiant')),
                        ('kind', models.CharField(choices=[('town_service', 'service de la ville'), ('school', 'école'), ('secondary_school', 'collège ou lycée'), ('early_years', 'petite enfance'), ('association', 'association'), ('institution', 'institution'), ('parents', 'parents d’élèves'), ('social', 'action sociale')], max_length=20, verbose_name='nature')),
                        ('description', models.TextField(blank=True, verbose_name='présentation')),
                        ('uai', models.CharField(blank=True, max_length=8, verbose_name='code UAI')),
                        ('email', models.EmailField(blank=True, max_length=254, verbose_name='adresse électronique')),
                    ],
                    options={
                        'verbose_name': 'organisation',
                        'ordering': ['name'],
                        'constraints': [models.UniqueConstraint(fields=('commune', 'slug'), name='organisation_slug_once_by_commune')],
                    },
                ),
            ],
        ),
    ]
