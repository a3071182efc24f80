import django.db.models.deletion
from django.db import migrations, models

from preau.foundation.newtables import NewTables


class Migration(migrations.Migration):

    replaces = [('addresses', '0001_first')]

    initial = True

    dependencies = [
        ('organisations', '0001_until_the_first_release'),
    ]

    operations = [
        NewTables(
            models=[
                migrations.CreateModel(
                    name='Address',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('commune', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.commune')),
                        ('official_id', models.CharField(max_length=120, verbose_name='identifiant officiel')),
                        ('fingerprint', models.CharField(max_length=32, verbose_name='empreinte')),
                        ('gone_on', models.DateField(blank=True, null=True, verbose_name='absent depuis le')),
                        ('number', models.PositiveIntegerField(blank=True, null=True, verbose_name='numéro')),
                        ('suffix', models.CharField(blank=True, max_length=12, verbose_name='indice de répétition')),
                        ('street', models.CharField(max_length=120, verbose_name='voie')),
                        ('postcode', models.CharField(blank=True, max_length=5, verbose_name='code postal')),
                        ('insee_code', models.CharField(max_length=5, verbose_name='commune')),
                        ('city', models.CharField(max_length=80, verbose_name='nom de la commune')),
                        ('lon', models.FloatField(verbose_name='longitude')),
                        ('lat', models.FloatField(verbose_name='latitude')),
                        ('is_certified', models.BooleanField(default=False, verbose_name='certifiée par la commune')),
                    ],
                    options={
                        'verbose_name': 'adresse',
                        'verbose_name_plural': 'adresses',
                        'indexes': [models.Index(fields=['commune', 'street', 'number'], name='address_by_street')],
                        'constraints': [models.UniqueConstraint(fields=('commune', 'official_id'), name='address_once_by_commune')],
                    },
                ),
            ],
        ),
    ]
