import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from preau.foundation.newtables import NewTables


class Migration(migrations.Migration):

    replaces = [('accounts', '0001_initial'), ('accounts', '0002_data_officer'), ('accounts', '0003_catalogue_and_school_roles'), ('accounts', '0004_newer_roles')]

    initial = True

    dependencies = [
        ('organisations', '0001_until_the_first_release'),
    ]

    operations = [
        NewTables(
            models=[
                migrations.CreateModel(
                    name='User',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('password', models.CharField(max_length=128, verbose_name='password')),
                        ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                        ('email', models.EmailField(max_length=254, unique=True, verbose_name='adresse électronique')),
                        ('full_name', models.CharField(max_length=160, verbose_name='nom et prénom')),
                        ('is_active', models.BooleanField(default=True, verbose_name='compte ouvert')),
                        ('is_demo', models.BooleanField(default=False, verbose_name='compte de démonstration')),
                        ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='créé le')),
                    ],
                    options={
                        'verbose_name': 'compte',
                    },
                ),
                migrations.CreateModel(
                    name='Membership',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='memberships', to=settings.AUTH_USER_MODEL)),
                        ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to='organisations.organisation')),
                        ('role', models.CharField(choices=[('administrator', 'administration'), ('plan_coordinator', 'coordination du projet éducatif'), ('contributor', 'contribution d’une organisation'), ('elected_member', 'élu ou élue'), ('reader', 'lecture'), ('data_officer', 'délégué à la protection des données'), ('catalogue_agent', 'catalogue des activités et lieux'), ('provider', 'activités d’une organisation'), ('school_head', 'direction d’école ou d’établissement'), ('teacher', 'enseignement'), ('family_agent', 'accueil des familles'), ('activity_leader', 'animation')], max_length=20, verbose_name='rôle')),
                        ('job_title', models.CharField(blank=True, max_length=120, verbose_name='fonction')),
                        ('starts_on', models.DateField(verbose_name='depuis le')),
                        ('ends_on', models.DateField(blank=True, null=True, verbose_name='jusqu’au')),
                    ],
                    options={
                        'verbose_name': 'rôle',
                        'constraints': [models.UniqueConstraint(fields=('user', 'organisation', 'role', 'starts_on'), name='membership_once'), models.CheckConstraint(condition=models.Q(('ends_on__isnull', True), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='membership_ends_after_it_starts')],
                    },
                ),
            ],
        ),
    ]
