import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models

from preau.foundation.newtables import NewTables


class Migration(migrations.Migration):

    replaces = [('attendance', '0001_initial')]

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('activities', '0001_until_the_first_release'),
        ('enrolment', '0001_until_the_first_release'),
        ('households', '0001_until_the_first_release'),
    ]

    operations = [
        NewTables(
            models=[
                migrations.CreateModel(
                    name='AbsenceNotice',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('key', models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name='clé')),
                        ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='absence_notices', to='households.child')),
                        ('from_on', models.DateField(verbose_name='du')),
                        ('until_on', models.DateField(verbose_name='au')),
                        ('told_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='households.adult')),
                        ('entered_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('channel', models.CharField(choices=[('online', 'en ligne'), ('counter', 'au guichet'), ('phone', 'par téléphone'), ('paper', 'sur papier')], default='online', max_length=8, verbose_name='par')),
                        ('told_at', models.DateTimeField(verbose_name='dite le')),
                        ('cancelled_at', models.DateTimeField(blank=True, null=True, verbose_name='reprise le')),
                        ('cancelled_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'verbose_name': 'absence annoncée',
                        'ordering': ['from_on', 'pk'],
                        'indexes': [models.Index(fields=['child', 'from_on'], name='absence_by_child')],
                        'constraints': [models.CheckConstraint(condition=models.Q(('until_on__gte', models.F('from_on'))), name='an_absence_ends_after_it_starts'), models.UniqueConstraint(condition=models.Q(('cancelled_at__isnull', True)), fields=('child', 'from_on', 'until_on'), name='an_absence_is_told_once')],
                    },
                ),
                migrations.CreateModel(
                    name='AdultPresence',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('key', models.UUIDField(default=uuid.uuid4, unique=True, verbose_name='clé')),
                        ('session', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='adults', to='activities.session')),
                        ('name', models.CharField(max_length=80, verbose_name='prénom et nom')),
                        ('function', models.CharField(choices=[('leader', 'animation'), ('director', 'direction'), ('support', 'renfort pour un enfant, hors du compte')], default='leader', max_length=8, verbose_name='fonction')),
                        ('arrived_at', models.DateTimeField(verbose_name='arrivé à')),
                        ('left_at', models.DateTimeField(blank=True, null=True, verbose_name='parti à')),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'verbose_name': 'adulte présent',
                        'ordering': ['arrived_at', 'pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('left_at__isnull', True), ('left_at__gte', models.F('arrived_at')), _connector='OR'), name='an_adult_leaves_after_arriving'), models.UniqueConstraint(condition=models.Q(('left_at__isnull', True)), fields=('session', 'name'), name='an_adult_is_there_once')],
                    },
                ),
                migrations.CreateModel(
                    name='Attendance',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('session', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='attendances', to='activities.session')),
                        ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='attendances', to='households.child')),
                        ('state', models.CharField(choices=[('expected', 'attendu'), ('present', 'présent'), ('absent', 'absent'), ('excused', 'absence annoncée'), ('left', 'parti')], max_length=8, verbose_name='présence')),
                        ('arrived_at', models.DateTimeField(blank=True, null=True, verbose_name='arrivé à')),
                        ('left_at', models.DateTimeField(blank=True, null=True, verbose_name='parti à')),
                        ('left_with', models.CharField(blank=True, max_length=120, verbose_name='parti avec')),
                        ('late_minutes', models.PositiveSmallIntegerField(default=0, verbose_name='minutes de retard au départ')),
                        ('is_disputed', models.BooleanField(default=False, verbose_name='à vérifier')),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('recorded_at', models.DateTimeField(verbose_name='enregistrée le')),
                    ],
                    options={
                        'verbose_name': 'présence',
                        'ordering': ['session', 'pk'],
                        'indexes': [models.Index(fields=['child', 'session'], name='attendance_by_child')],
                        'constraints': [models.UniqueConstraint(fields=('session', 'child'), name='one_attendance_by_session_and_child'), models.CheckConstraint(condition=models.Q(('state__in', ['expected', 'present', 'absent', 'excused', 'left'])), name='attendance_state_is_known'), models.CheckConstraint(condition=models.Q(('left_at__isnull', True), ('state', 'left'), _connector='OR'), name='only_who_left_has_left_at'), models.CheckConstraint(condition=models.Q(('arrived_at__isnull', True), ('state__in', ['left', 'present']), _connector='OR'), name='only_who_came_has_arrived_at')],
                    },
                ),
                migrations.CreateModel(
                    name='FollowUp',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('key', models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name='clé')),
                        ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='follow_ups', to='households.child')),
                        ('unit', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='follow_ups', to='enrolment.bookingunit')),
                        ('since', models.DateField(verbose_name='depuis le')),
                        ('absences', models.PositiveSmallIntegerField(verbose_name='absences à la suite')),
                        ('opened_at', models.DateTimeField(verbose_name='ouvert le')),
                        ('outcome', models.CharField(blank=True, choices=[('comes_back', 'l’enfant revient'), ('gives_back', 'la famille rend la place'), ('adapted', 'quelque chose change pour l’enfant'), ('unreached', 'famille non jointe'), ('mistake', 'erreur de pointage')], max_length=12, verbose_name='suite donnée')),
                        ('closed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('closed_at', models.DateTimeField(blank=True, null=True, verbose_name='fermé le')),
                    ],
                    options={
                        'verbose_name': 'famille à rappeler',
                        'ordering': ['opened_at', 'pk'],
                        'constraints': [models.UniqueConstraint(fields=('child', 'unit', 'since'), name='one_follow_up_by_run_of_absences'), models.CheckConstraint(condition=models.Q(models.Q(('closed_at__isnull', True), ('outcome', '')), models.Q(('closed_at__isnull', False), models.Q(('outcome', ''), _negated=True)), _connector='OR'), name='a_follow_up_ends_with_an_outcome')],
                    },
                ),
                migrations.CreateModel(
                    name='AttendanceMark',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('key', models.UUIDField(default=uuid.uuid4, unique=True, verbose_name='clé')),
                        ('session', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='marks', to='activities.session')),
                        ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='households.child')),
                        ('mark', models.CharField(choices=[('expected', 'attendu'), ('present', 'présent'), ('absent', 'absent'), ('excused', 'absence annoncée'), ('left', 'parti')], max_length=8, verbose_name='pointage')),
                        ('with_whom', models.CharField(blank=True, max_length=120, verbose_name='parti avec')),
                        ('after', models.JSONField(blank=True, default=list, verbose_name='pointages connus')),
                        ('device', models.CharField(blank=True, max_length=36, verbose_name='appareil')),
                        ('turn', models.PositiveIntegerField(default=0, verbose_name='tour')),
                        ('told_at', models.DateTimeField(verbose_name='pointé le')),
                        ('received_at', models.DateTimeField(verbose_name='reçu le')),
                        ('at', models.DateTimeField(verbose_name='retenu le')),
                        ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'verbose_name': 'pointage',
                        'ordering': ['session', 'child', 'at', 'pk'],
                        'indexes': [models.Index(fields=['session', 'child'], name='mark_by_session_and_child')],
                        'constraints': [models.CheckConstraint(condition=models.Q(('mark__in', ['expected', 'present', 'absent', 'excused', 'left'])), name='mark_is_known'), models.CheckConstraint(condition=models.Q(('with_whom', ''), ('mark', 'left'), _connector='OR'), name='one_leaves_with_somebody')],
                    },
                ),
                migrations.CreateModel(
                    name='HandoverNote',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('key', models.UUIDField(default=uuid.uuid4, unique=True, verbose_name='clé')),
                        ('session', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='handover_notes', to='activities.session')),
                        ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='households.child')),
                        ('code', models.CharField(choices=[('late', 'arrivé en retard'), ('early', 'doit partir plus tôt'), ('not_eaten', 'n’a pas mangé son goûter'), ('tired', 'fatigué aujourd’hui'), ('bump', 'petit choc, soigné'), ('sad', 'a eu de la peine'), ('left_behind', 'a oublié des affaires'), ('call_family', 'famille à rappeler')], max_length=12, verbose_name='mot au suivant')),
                        ('at', models.DateTimeField(verbose_name='le')),
                        ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'verbose_name': 'mot au suivant',
                        'ordering': ['session', 'at', 'pk'],
                        'constraints': [models.UniqueConstraint(fields=('session', 'child', 'code'), name='one_note_by_code'), models.CheckConstraint(condition=models.Q(('code__in', ['late', 'early', 'not_eaten', 'tired', 'bump', 'sad', 'left_behind', 'call_family'])), name='handover_code_is_known')],
                    },
                ),
            ],
        ),
    ]
