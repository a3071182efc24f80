import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from preau.foundation.newtables import NewTables, NewTriggers
from preau.plan.versions.frozen import protect


class Migration(migrations.Migration):

    replaces = [('versions', '0001_first'), ('versions', '0002_fixed')]

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('plan', '0001_until_the_first_release'),
    ]

    operations = [
        NewTables(
            models=[
                migrations.CreateModel(
                    name='PlanVersion',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('plan', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='versions', to='plan.territorialeducationplan')),
                        ('number', models.PositiveIntegerField(verbose_name='numéro')),
                        ('kind', models.CharField(choices=[('named', 'version nommée'), ('adopted', 'version adoptée')], default='named', max_length=10, verbose_name='nature')),
                        ('name', models.CharField(max_length=120, verbose_name='nom')),
                        ('note', models.TextField(blank=True, verbose_name='note')),
                        ('moment', models.PositiveBigIntegerField(verbose_name='dernière modification comprise')),
                        ('content', models.JSONField(verbose_name='contenu')),
                        ('fingerprint', models.CharField(max_length=64, verbose_name='empreinte')),
                        ('made_at', models.DateTimeField(verbose_name='créée le')),
                        ('made_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'verbose_name': 'version du projet',
                        'ordering': ['-number'],
                        'constraints': [models.UniqueConstraint(fields=('plan', 'number'), name='version_number_once_by_plan'), models.UniqueConstraint(fields=('plan', 'name'), name='version_name_once_by_plan'), models.UniqueConstraint(condition=models.Q(('kind', 'adopted')), fields=('plan',), name='a_plan_is_adopted_once')],
                    },
                ),
            ],
        ),
        NewTriggers(protect),
    ]
