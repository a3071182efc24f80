import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('places', '0001_first'),
    ]

    operations = [
        migrations.CreateModel(
            name='WeekPattern',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=80, verbose_name='nom')),
                ('valid_from', models.DateField(verbose_name='valable à partir du')),
                ('valid_to', models.DateField(blank=True, null=True, verbose_name='valable jusqu’au')),
                ('decided_by', models.CharField(blank=True, max_length=200, verbose_name='décidé par')),
                ('version', models.PositiveIntegerField(default=1, verbose_name='version')),
                ('site', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='week_patterns', to='places.site')),
            ],
            options={
                'verbose_name': 'organisation de la semaine',
                'ordering': ['-valid_from'],
                'constraints': [models.UniqueConstraint(fields=('site', 'valid_from'), name='one_week_pattern_begins_by_day'), models.CheckConstraint(condition=models.Q(('valid_to__isnull', True), ('valid_to__gte', models.F('valid_from')), _connector='OR'), name='week_pattern_ends_after_it_begins')],
            },
        ),
        migrations.CreateModel(
            name='BandHours',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('weekday', models.PositiveSmallIntegerField(choices=[(0, 'Monday'), (1, 'Tuesday'), (2, 'Wednesday'), (3, 'Thursday'), (4, 'Friday'), (5, 'Saturday'), (6, 'Sunday')], verbose_name='jour')),
                ('band', models.CharField(choices=[('early', 'petite enfance'), ('morning', 'accueil du matin'), ('school', 'temps scolaire'), ('lunch', 'pause méridienne'), ('evening', 'accueil du soir'), ('wednesday', 'mercredi'), ('holiday', 'vacances'), ('youth', 'accueil de jeunes'), ('club', 'clubs et temps libre')], max_length=12, verbose_name='temps')),
                ('starts_at', models.TimeField(verbose_name='de')),
                ('ends_at', models.TimeField(verbose_name='à')),
                ('pattern', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='hours', to='calendar.weekpattern')),
            ],
            options={
                'verbose_name': 'horaire',
                'ordering': ['weekday', 'starts_at'],
                'constraints': [models.UniqueConstraint(fields=('pattern', 'weekday', 'starts_at'), name='one_band_begins_by_instant'), models.CheckConstraint(condition=models.Q(('ends_at__gt', models.F('starts_at'))), name='band_ends_after_it_begins'), models.CheckConstraint(condition=models.Q(('weekday__range', (0, 6))), name='weekday_of_a_band')],
            },
        ),
    ]
