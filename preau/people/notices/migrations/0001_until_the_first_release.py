import django.db.models.deletion
import preau.people.notices.models.choice
from django.conf import settings
from django.db import migrations, models

from preau.foundation.newtables import NewTables


class Migration(migrations.Migration):

    replaces = [('notices', '0001_initial')]

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        NewTables(
            models=[
                migrations.CreateModel(
                    name='DigestChoice',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('user', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='digest_choice', to=settings.AUTH_USER_MODEL)),
                        ('frequency', models.CharField(choices=[('daily', 'chaque matin, s’il y a du nouveau'), ('weekly', 'le lundi, avec ce qui m’attend'), ('never', 'jamais')], default='daily', max_length=8, verbose_name='rythme')),
                        ('language', models.CharField(choices=[('fr', 'français'), ('en', 'anglais')], default='fr', max_length=2, verbose_name='langue')),
                        ('chosen_at', models.DateTimeField(blank=True, null=True, verbose_name='choisi le')),
                        ('stop_token', models.CharField(default=preau.people.notices.models.choice.new_token, editable=False, max_length=64, unique=True, verbose_name='clé d’arrêt')),
                    ],
                    options={
                        'verbose_name': 'rythme des courriels',
                    },
                ),
                migrations.CreateModel(
                    name='Digest',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='digests', to=settings.AUTH_USER_MODEL)),
                        ('on', models.DateField(verbose_name='jour')),
                        ('kind', models.CharField(choices=[('daily', 'du jour'), ('weekly', 'de la semaine')], max_length=8, verbose_name='rythme')),
                        ('taken_at', models.DateTimeField(blank=True, null=True, verbose_name='confié à l’envoi le')),
                        ('sent_at', models.DateTimeField(blank=True, null=True, verbose_name='parti le')),
                        ('refused_at', models.DateTimeField(blank=True, null=True, verbose_name='refusé le')),
                    ],
                    options={
                        'verbose_name': 'courriel de nouvelles',
                        'ordering': ['-on', '-pk'],
                        'constraints': [models.UniqueConstraint(fields=('user', 'on'), name='digest_once_by_person_and_day'), models.CheckConstraint(condition=models.Q(('taken_at__isnull', False), models.Q(('refused_at__isnull', True), ('sent_at__isnull', True)), _connector='OR'), name='digest_taken_before_its_end'), models.CheckConstraint(condition=models.Q(('sent_at__isnull', True), ('refused_at__isnull', True), _connector='OR'), name='digest_sent_or_refused')],
                    },
                ),
                migrations.CreateModel(
                    name='Notice',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recipient', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='notices', to=settings.AUTH_USER_MODEL)),
                        ('kind', models.CharField(choices=[('asked', 'On attend votre réponse'), ('entrusted', 'On vous confie'), ('due', 'Une date approche'), ('mentioned', 'On vous cite'), ('replied', 'On vous répond'), ('proposed', 'On propose'), ('decided', 'C’est décidé'), ('changed', 'Cela a changé')], max_length=12, verbose_name='nature')),
                        ('subject', models.CharField(max_length=120, verbose_name='sujet')),
                        ('title', models.CharField(max_length=160, verbose_name='titre')),
                        ('path', models.CharField(max_length=300, verbose_name='adresse')),
                        ('at', models.DateTimeField(verbose_name='quand')),
                        ('times', models.PositiveIntegerField(default=1, verbose_name='combien de fois')),
                        ('due_on', models.DateField(blank=True, null=True, verbose_name='avant le')),
                        ('read_at', models.DateTimeField(blank=True, null=True, verbose_name='lue le')),
                        ('sent_in', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.RESTRICT, related_name='notices', to='notices.digest')),
                    ],
                    options={
                        'verbose_name': 'nouvelle',
                        'ordering': ['-at', '-pk'],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('read_at__isnull', True)), fields=('recipient', 'kind', 'subject'), name='notice_unread_once_by_subject')],
                        'indexes': [models.Index(fields=['recipient', '-at'], name='notice_of_a_person')],
                    },
                ),
            ],
        ),
    ]
