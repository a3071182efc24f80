import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models

from preau.foundation.newtables import NewTables


class Migration(migrations.Migration):

    replaces = [('files', '0001_initial')]

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        NewTables(
            models=[
                migrations.CreateModel(
                    name='StoredFile',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False, verbose_name='clé')),
                        ('name', models.CharField(max_length=120, verbose_name='nom du fichier')),
                        ('kind', models.CharField(choices=[('pdf', 'PDF'), ('png', 'image PNG'), ('jpeg', 'image JPEG'), ('docx', 'document Word'), ('odt', 'texte OpenDocument'), ('xlsx', 'classeur Excel'), ('ods', 'classeur OpenDocument'), ('csv', 'tableau CSV'), ('text', 'texte brut')], max_length=8, verbose_name='type')),
                        ('size', models.PositiveBigIntegerField(verbose_name='taille en octets')),
                        ('sha256', models.CharField(db_index=True, max_length=64, verbose_name='empreinte')),
                        ('uploaded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('uploaded_at', models.DateTimeField(verbose_name='envoyé le')),
                    ],
                    options={
                        'verbose_name': 'fichier',
                        'ordering': ['-uploaded_at'],
                    },
                ),
            ],
        ),
    ]
