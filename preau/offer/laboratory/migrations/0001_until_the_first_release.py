import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from preau.foundation.newtables import NewTables


class Migration(migrations.Migration):

    replaces = [('laboratory', '0001_first')]

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('campaigns', '0001_until_the_first_release'),
        ('organisations', '0001_until_the_first_release'),
    ]

    operations = [
        NewTables(
            models=[
                migrations.CreateModel(
                    name='RuleStudy',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('commune', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='rule_studies', to='organisations.commune')),
                        ('title', models.CharField(max_length=120, verbose_name='titre de l’étude')),
                        ('source', models.CharField(choices=[('replay', 'les vœux d’une campagne passée'), ('synthetic', 'une population inventée')], max_length=10, verbose_name='d’après')),
                        ('campaign', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='studies', to='campaigns.allocationcampaign')),
                        ('invention', models.JSONField(blank=True, default=dict, verbose_name='population inventée')),
                        ('rule_sets', models.JSONField(default=list, verbose_name='règles à l’essai')),
                        ('draws', models.PositiveSmallIntegerField(verbose_name='tirages')),
                        ('seed', models.CharField(max_length=32, verbose_name='graine')),
                        ('state', models.CharField(choices=[('waiting', 'en attente'), ('running', 'en calcul'), ('done', 'terminée'), ('failed', 'arrêtée'), ('cancelled', 'annulée')], default='waiting', max_length=10, verbose_name='état')),
                        ('progress', models.PositiveSmallIntegerField(default=0, verbose_name='part déjà calculée, en pour cent')),
                        ('error', models.CharField(blank=True, max_length=300, verbose_name='raison de l’arrêt')),
                        ('input_hash', models.CharField(blank=True, max_length=64, verbose_name='empreinte des vœux')),
                        ('result_hash', models.CharField(blank=True, max_length=64, verbose_name='empreinte du résultat')),
                        ('document', models.TextField(blank=True, verbose_name='ce qui a été trouvé')),
                        ('by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('asked_at', models.DateTimeField(verbose_name='demandée le')),
                        ('beat_at', models.DateTimeField(blank=True, null=True, verbose_name='dernier signe le')),
                        ('ended_at', models.DateTimeField(blank=True, null=True, verbose_name='terminée le')),
                    ],
                    options={
                        'verbose_name': 'étude de règles',
                        'ordering': ['-asked_at', '-pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('state__in', ['waiting', 'running', 'done', 'failed', 'cancelled'])), name='study_state_is_known'), models.CheckConstraint(condition=models.Q(models.Q(('campaign__isnull', False), ('source', 'replay')), models.Q(('campaign__isnull', True), ('source', 'synthetic')), _connector='OR'), name='a_study_has_one_source'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'done'), _negated=True), models.Q(models.Q(('input_hash', ''), _negated=True), models.Q(('result_hash', ''), _negated=True), models.Q(('document', ''), _negated=True)), _connector='OR'), name='a_study_that_is_done_has_its_fingerprints'), models.CheckConstraint(condition=models.Q(('draws__gte', 1)), name='a_study_draws')],
                    },
                ),
            ],
        ),
    ]
