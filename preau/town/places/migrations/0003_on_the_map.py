import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('organisations', '0001_initial'),
        ('places', '0002_version_and_two_sides'),
    ]

    operations = [
        migrations.CreateModel(
            name='PlaceRecord',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('official_id', models.CharField(max_length=120, verbose_name='identifiant officiel')),
                ('fingerprint', models.CharField(max_length=32, verbose_name='empreinte')),
                ('gone_on', models.DateField(blank=True, null=True, verbose_name='absent depuis le')),
                ('register', models.CharField(choices=[('schools', 'annuaire de l’éducation'), ('sports', 'recensement des équipements sportifs'), ('access', 'acceslibre'), ('digital', 'lieux de médiation numérique')], max_length=12, verbose_name='registre')),
                ('name', models.CharField(max_length=240, verbose_name='nom')),
                ('kind', models.CharField(blank=True, max_length=160, verbose_name='nature')),
                ('address', models.CharField(blank=True, max_length=240, verbose_name='adresse')),
                ('postcode', models.CharField(blank=True, max_length=5, verbose_name='code postal')),
                ('insee_code', models.CharField(blank=True, max_length=5, verbose_name='commune')),
                ('city', models.CharField(blank=True, max_length=80, verbose_name='nom de la commune')),
                ('lon', models.FloatField(blank=True, null=True, verbose_name='longitude')),
                ('lat', models.FloatField(blank=True, null=True, verbose_name='latitude')),
                ('phone', models.CharField(blank=True, max_length=40, verbose_name='téléphone public')),
                ('website', models.CharField(blank=True, max_length=300, verbose_name='site web')),
                ('facts', models.JSONField(blank=True, default=dict, verbose_name='autres informations')),
                ('access', models.JSONField(blank=True, default=dict, verbose_name='accessibilité')),
            ],
            options={
                'verbose_name': 'fiche officielle d’un lieu',
                'verbose_name_plural': 'fiches officielles de lieux',
                'ordering': ['name'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('lat__isnull', True), ('lon__isnull', True)), models.Q(('lat__isnull', False), ('lon__isnull', False)), _connector='OR'), name='place_record_has_both_coordinates')],
            },
        ),
        migrations.AddField(
            model_name='site',
            name='closed_on',
            field=models.DateField(blank=True, null=True, verbose_name='fermé pour de bon le'),
        ),
        migrations.AddField(
            model_name='site',
            name='is_public',
            field=models.BooleanField(default=True, verbose_name='montré au public'),
        ),
        migrations.AddField(
            model_name='site',
            name='lat',
            field=models.FloatField(blank=True, null=True, verbose_name='latitude'),
        ),
        migrations.AddField(
            model_name='site',
            name='lon',
            field=models.FloatField(blank=True, null=True, verbose_name='longitude'),
        ),
        migrations.AddField(
            model_name='site',
            name='part_of',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='rooms', to='places.site'),
        ),
        migrations.AddConstraint(
            model_name='site',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('lat__isnull', True), ('lon__isnull', True)), models.Q(('lat__isnull', False), ('lon__isnull', False)), _connector='OR'), name='site_has_both_coordinates'),
        ),
        migrations.AddConstraint(
            model_name='site',
            constraint=models.CheckConstraint(condition=models.Q(('part_of__isnull', True), models.Q(('part_of', models.F('pk')), _negated=True), _connector='OR'), name='a_site_is_not_its_own_room'),
        ),
        migrations.AddField(
            model_name='placerecord',
            name='commune',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.commune'),
        ),
        migrations.AddField(
            model_name='placerecord',
            name='site',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='records', to='places.site'),
        ),
        migrations.AddConstraint(
            model_name='placerecord',
            constraint=models.UniqueConstraint(fields=('commune', 'register', 'official_id'), name='place_once_by_register'),
        ),
    ]
