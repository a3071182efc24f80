import django.db.models.deletion
import preau.offer.versions.languages
from django.conf import settings
from django.db import migrations, models

from preau.foundation.newtables import NewTables


class Migration(migrations.Migration):

    replaces = [('entry_versions', '0001_first')]

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('activities', '0001_until_the_first_release'),
    ]

    operations = [
        NewTables(
            models=[
                migrations.CreateModel(
                    name='EntryVersion',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('activity', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='other_versions', to='activities.activity')),
                        ('kind', models.CharField(choices=preau.offer.versions.languages.kinds, max_length=12, verbose_name='version')),
                        ('title', models.CharField(max_length=160, verbose_name='titre')),
                        ('body', models.TextField(verbose_name='texte')),
                        ('source', models.CharField(max_length=64, verbose_name='empreinte du texte français')),
                        ('written_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('written_at', models.DateTimeField(verbose_name='écrite le')),
                        ('translator', models.CharField(blank=True, max_length=160, verbose_name='traduite ou adaptée par')),
                        ('validated_by', models.CharField(blank=True, max_length=200, verbose_name='relue par')),
                        ('validated_on', models.DateField(blank=True, null=True, verbose_name='relue le')),
                        ('version', models.PositiveIntegerField(default=1, verbose_name='version')),
                    ],
                    options={
                        'verbose_name': 'version d’une fiche',
                        'verbose_name_plural': 'versions d’une fiche',
                        'ordering': ['activity', 'kind'],
                        'constraints': [models.UniqueConstraint(fields=('activity', 'kind'), name='one_version_of_a_kind_by_entry'), models.CheckConstraint(condition=models.Q(models.Q(('validated_by', ''), ('validated_on__isnull', True)), models.Q(('validated_on__isnull', False), models.Q(('validated_by', ''), _negated=True)), _connector='OR'), name='a_validation_says_who_and_when')],
                    },
                ),
            ],
        ),
    ]
