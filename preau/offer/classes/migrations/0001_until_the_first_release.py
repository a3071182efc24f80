import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from preau.foundation.newtables import NewTables


class Migration(migrations.Migration):

    replaces = [('classes', '0001_first')]

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('activities', '0001_until_the_first_release'),
        ('organisations', '0001_until_the_first_release'),
    ]

    operations = [
        NewTables(
            models=[
                migrations.CreateModel(
                    name='ClassGroup',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='class_groups', to='organisations.organisation')),
                        ('school_year', models.PositiveSmallIntegerField(verbose_name='année scolaire')),
                        ('name', models.CharField(max_length=80, verbose_name='nom de la classe')),
                        ('levels', models.JSONField(default=list, verbose_name='niveaux')),
                        ('size', models.PositiveSmallIntegerField(verbose_name='nombre d’élèves')),
                        ('follows', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='followers', to='classes.classgroup')),
                        ('version', models.PositiveIntegerField(default=1, verbose_name='version')),
                    ],
                    options={
                        'verbose_name': 'classe ou groupe',
                        'ordering': ['organisation', '-school_year', 'name'],
                        'constraints': [models.UniqueConstraint(fields=('organisation', 'school_year', 'name'), name='class_named_once_by_year'), models.CheckConstraint(condition=models.Q(('size__gte', 1)), name='a_class_has_pupils'), models.CheckConstraint(condition=models.Q(('follows__isnull', True), models.Q(('follows', models.F('pk')), _negated=True), _connector='OR'), name='a_class_does_not_follow_itself')],
                    },
                ),
                migrations.CreateModel(
                    name='ClassOffer',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('activity', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='class_offer', to='activities.activity')),
                        ('seats', models.PositiveSmallIntegerField(verbose_name='groupes accueillis dans l’année')),
                        ('largest_group', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='élèves par groupe, au plus')),
                        ('adults', models.PositiveSmallIntegerField(default=0, verbose_name='adultes qui accompagnent, au moins')),
                        ('hours', models.DecimalField(decimal_places=1, max_digits=5, verbose_name='heures vécues par un groupe')),
                        ('opens_on', models.DateField(verbose_name='demandes à partir du')),
                        ('closes_on', models.DateField(verbose_name='demandes jusqu’au')),
                        ('practical', models.TextField(blank=True, verbose_name='à savoir pour venir')),
                        ('version', models.PositiveIntegerField(default=1, verbose_name='version')),
                    ],
                    options={
                        'verbose_name': 'accueil de classes',
                        'constraints': [models.CheckConstraint(condition=models.Q(('closes_on__gte', models.F('opens_on'))), name='wishes_close_after_they_open'), models.CheckConstraint(condition=models.Q(('seats__gte', 1)), name='an_offer_receives_a_group'), models.CheckConstraint(condition=models.Q(('hours__gt', 0)), name='an_offer_lasts_some_time')],
                    },
                ),
                migrations.CreateModel(
                    name='ClassWish',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('offer', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='wishes', to='classes.classoffer')),
                        ('group', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='wishes', to='classes.classgroup')),
                        ('state', models.CharField(choices=[('asked', 'à confirmer par la direction'), ('confirmed', 'transmise à l’organisateur'), ('waiting', 'en file d’attente'), ('accepted', 'acceptée'), ('done', 'vécue par la classe'), ('declined', 'non retenue par la direction'), ('refused', 'refusée par l’organisateur'), ('withdrawn', 'retirée')], default='asked', max_length=10, verbose_name='état')),
                        ('rank', models.PositiveSmallIntegerField(default=1, verbose_name='rang')),
                        ('times', models.JSONField(blank=True, default=list, verbose_name='moments possibles')),
                        ('needs', models.TextField(blank=True, verbose_name='ce qu’il faut prévoir')),
                        ('adults', models.PositiveSmallIntegerField(default=1, verbose_name='adultes présents')),
                        ('words', models.TextField(blank=True, verbose_name='pourquoi cette activité')),
                        ('asked_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('asked_at', models.DateTimeField(verbose_name='demandée le')),
                        ('planned_on', models.DateField(blank=True, null=True, verbose_name='date convenue')),
                        ('out_of_turn', models.CharField(blank=True, max_length=300, verbose_name='raison du passage avant')),
                        ('version', models.PositiveIntegerField(default=1, verbose_name='version')),
                    ],
                    options={
                        'verbose_name': 'demande d’une classe',
                        'ordering': ['rank', 'asked_at', 'pk'],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('state__in', ('declined', 'refused', 'withdrawn')), _negated=True), fields=('offer', 'group'), name='a_class_asks_an_offer_once'), models.CheckConstraint(condition=models.Q(('state__in', ['asked', 'confirmed', 'waiting', 'accepted', 'done', 'declined', 'refused', 'withdrawn'])), name='wish_state_is_known')],
                        'indexes': [models.Index(fields=['offer', 'state'], name='wish_by_offer')],
                    },
                ),
                migrations.CreateModel(
                    name='GroupRecord',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('group', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='records', to='classes.classgroup')),
                        ('wish', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='record', to='classes.classwish')),
                        ('title', models.CharField(max_length=120, verbose_name='ce que la classe a vécu')),
                        ('domain', models.CharField(choices=[('ball_games', 'sports collectifs et de balle'), ('water', 'natation et sports d’eau'), ('combat', 'arts martiaux et combat'), ('motion', 'gymnastique, athlétisme et plein air'), ('music', 'musique et chant'), ('dance', 'danse et cirque'), ('stage', 'théâtre et expression'), ('visual', 'arts plastiques et image'), ('reading', 'lecture et écriture'), ('science', 'sciences et numérique'), ('nature', 'nature et jardin'), ('play', 'jeux et fabrication'), ('citizenship', 'citoyenneté et langues'), ('support', 'aide aux devoirs et accompagnement')], max_length=12, verbose_name='domaine')),
                        ('pillars', models.JSONField(blank=True, default=list, verbose_name='piliers')),
                        ('hours', models.DecimalField(decimal_places=1, max_digits=5, verbose_name='heures')),
                        ('happened_on', models.DateField(verbose_name='le jour')),
                        ('provenance', models.CharField(choices=[('town', 'constaté par l’organisateur'), ('school', 'déclaré par l’école')], max_length=8, verbose_name='d’après')),
                    ],
                    options={
                        'verbose_name': 'trace d’une classe',
                        'ordering': ['-happened_on', '-pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('hours__gt', 0)), name='a_record_lasts_some_time')],
                    },
                ),
                migrations.CreateModel(
                    name='ClassWishStep',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('wish', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='classes.classwish')),
                        ('step', models.CharField(max_length=10, verbose_name='étape')),
                        ('from_state', models.CharField(blank=True, choices=[('asked', 'à confirmer par la direction'), ('confirmed', 'transmise à l’organisateur'), ('waiting', 'en file d’attente'), ('accepted', 'acceptée'), ('done', 'vécue par la classe'), ('declined', 'non retenue par la direction'), ('refused', 'refusée par l’organisateur'), ('withdrawn', 'retirée')], max_length=10)),
                        ('to_state', models.CharField(choices=[('asked', 'à confirmer par la direction'), ('confirmed', 'transmise à l’organisateur'), ('waiting', 'en file d’attente'), ('accepted', 'acceptée'), ('done', 'vécue par la classe'), ('declined', 'non retenue par la direction'), ('refused', 'refusée par l’organisateur'), ('withdrawn', 'retirée')], max_length=10)),
                        ('reason', models.CharField(blank=True, max_length=400, verbose_name='raison')),
                        ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('at', models.DateTimeField(verbose_name='le')),
                    ],
                    options={
                        'verbose_name': 'étape d’une demande de classe',
                        'ordering': ['at', 'pk'],
                    },
                ),
            ],
        ),
    ]
