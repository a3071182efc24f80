import django.db.models.deletion
from django.db import migrations, models

from preau.foundation.newtables import NewTables


class Migration(migrations.Migration):

    replaces = [('events', '0001_first')]

    initial = True

    dependencies = [
        ('organisations', '0001_until_the_first_release'),
    ]

    operations = [
        NewTables(
            models=[
                migrations.CreateModel(
                    name='Event',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('commune', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.commune')),
                        ('official_id', models.CharField(max_length=120, verbose_name='identifiant officiel')),
                        ('fingerprint', models.CharField(max_length=32, verbose_name='empreinte')),
                        ('gone_on', models.DateField(blank=True, null=True, verbose_name='absent depuis le')),
                        ('origin', models.CharField(max_length=12, verbose_name='origine')),
                        ('calendar', models.CharField(blank=True, max_length=160, verbose_name='agenda')),
                        ('title', models.CharField(max_length=240, verbose_name='titre')),
                        ('description', models.TextField(blank=True, verbose_name='présentation')),
                        ('details', models.TextField(blank=True, verbose_name='texte complet')),
                        ('conditions', models.CharField(blank=True, max_length=400, verbose_name='conditions')),
                        ('keywords', models.JSONField(blank=True, default=list, verbose_name='mots-clés')),
                        ('times', models.JSONField(default=list, verbose_name='horaires')),
                        ('starts_at', models.DateTimeField(blank=True, null=True, verbose_name='début')),
                        ('ends_at', models.DateTimeField(blank=True, null=True, verbose_name='fin')),
                        ('place_name', models.CharField(blank=True, max_length=240, verbose_name='lieu')),
                        ('address', models.CharField(blank=True, max_length=300, verbose_name='adresse')),
                        ('insee_code', models.CharField(blank=True, max_length=5, verbose_name='commune')),
                        ('lon', models.FloatField(blank=True, null=True, verbose_name='longitude')),
                        ('lat', models.FloatField(blank=True, null=True, verbose_name='latitude')),
                        ('age_min', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='à partir de (ans)')),
                        ('age_max', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='jusqu’à (ans)')),
                        ('accessibility', models.JSONField(blank=True, default=list, verbose_name='accessibilité')),
                        ('registration', models.JSONField(blank=True, default=list, verbose_name='inscription')),
                        ('link', models.CharField(blank=True, max_length=400, verbose_name='adresse web')),
                        ('status', models.CharField(blank=True, max_length=20, verbose_name='état')),
                    ],
                    options={
                        'verbose_name': 'évènement',
                        'ordering': ['starts_at', 'title'],
                        'constraints': [models.UniqueConstraint(fields=('commune', 'origin', 'official_id'), name='event_once_by_origin'), models.CheckConstraint(condition=models.Q(models.Q(('lat__isnull', True), ('lon__isnull', True)), models.Q(('lat__isnull', False), ('lon__isnull', False)), _connector='OR'), name='event_has_both_coordinates')],
                    },
                ),
            ],
        ),
    ]
