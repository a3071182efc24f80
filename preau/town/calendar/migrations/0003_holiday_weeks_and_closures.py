import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('calendar', '0002_holidays_and_zones'),
        ('organisations', '0001_initial'),
        ('places', '0003_on_the_map'),
    ]

    operations = [
        migrations.CreateModel(
            name='Closure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('bridge', 'pont'), ('works', 'travaux'), ('election', 'élections'), ('strike', 'grève'), ('other', 'autre raison')], max_length=8, verbose_name='nature de la fermeture')),
                ('reason', models.CharField(max_length=160, verbose_name='raison donnée aux familles')),
                ('first_day', models.DateField(verbose_name='premier jour fermé')),
                ('last_day', models.DateField(verbose_name='dernier jour fermé')),
                ('bands', models.JSONField(blank=True, default=list, verbose_name='temps concernés')),
                ('decided_by', models.CharField(blank=True, max_length=200, verbose_name='décidé par')),
                ('version', models.PositiveIntegerField(default=1, verbose_name='version')),
            ],
            options={
                'verbose_name': 'fermeture',
                'ordering': ['first_day', 'pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('last_day__gte', models.F('first_day'))), name='closure_ends_after_it_begins'), models.CheckConstraint(condition=models.Q(('kind__in', ['bridge', 'works', 'election', 'strike', 'other'])), name='closure_kind_is_known')],
            },
        ),
        migrations.CreateModel(
            name='LocalPeriod',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120, verbose_name='nom')),
                ('first_day', models.DateField(verbose_name='premier jour')),
                ('last_day', models.DateField(verbose_name='dernier jour')),
                ('has_class', models.BooleanField(default=False, verbose_name='il y a classe')),
                ('decided_by', models.CharField(blank=True, max_length=200, verbose_name='décidé par')),
            ],
            options={
                'verbose_name': 'correction du calendrier officiel',
                'verbose_name_plural': 'corrections du calendrier officiel',
                'ordering': ['first_day'],
                'constraints': [models.CheckConstraint(condition=models.Q(('last_day__gte', models.F('first_day'))), name='local_period_ends_after_it_begins')],
            },
        ),
        migrations.RemoveConstraint(
            model_name='weekpattern',
            name='one_week_pattern_begins_by_day',
        ),
        migrations.AddField(
            model_name='weekpattern',
            name='season',
            field=models.CharField(choices=[('school', 'semaines d’école'), ('holidays', 'semaines de vacances')], default='school', max_length=8, verbose_name='quelles semaines'),
        ),
        migrations.AddConstraint(
            model_name='weekpattern',
            constraint=models.UniqueConstraint(fields=('site', 'season', 'valid_from'), name='one_week_pattern_begins_by_day'),
        ),
        migrations.AddConstraint(
            model_name='weekpattern',
            constraint=models.CheckConstraint(condition=models.Q(('season__in', ['school', 'holidays'])), name='season_of_a_week_is_known'),
        ),
        migrations.AddField(
            model_name='closure',
            name='commune',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='closures', to='organisations.commune'),
        ),
        migrations.AddField(
            model_name='closure',
            name='site',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='closures', to='places.site'),
        ),
        migrations.AddField(
            model_name='localperiod',
            name='commune',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='local_periods', to='organisations.commune'),
        ),
        migrations.AddConstraint(
            model_name='localperiod',
            constraint=models.UniqueConstraint(fields=('commune', 'first_day'), name='one_local_period_begins_by_day'),
        ),
    ]
