
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from preau.offer.campaigns.frozen import protect_again


class Migration(migrations.Migration):

    dependencies = [
        ('campaigns', '0005_appeals'),
        ('organisations', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='allocationcampaign',
            name='campaign_state_is_known',
        ),
        migrations.RemoveConstraint(
            model_name='allocationcampaign',
            name='a_draw_is_promised_before_it_is_made',
        ),
        migrations.AddField(
            model_name='allocationcampaign',
            name='second_round',
            field=models.BooleanField(default=False, verbose_name='un second tour avec les places rendues'),
        ),
        migrations.AddField(
            model_name='application',
            name='stays_at',
            field=models.DateTimeField(blank=True, null=True, verbose_name='reste où il est depuis le'),
        ),
        migrations.AddField(
            model_name='application',
            name='stays_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='reserve',
            name='staff_minutes',
            field=models.PositiveIntegerField(blank=True, null=True, verbose_name='minutes d’accompagnement par semaine'),
        ),
        migrations.AlterField(
            model_name='allocationcampaign',
            name='state',
            field=models.CharField(choices=[('prepared', 'en préparation'), ('rules_adopted', 'règles adoptées'), ('announced', 'annoncée'), ('open', 'ouverte aux vœux'), ('closed', 'vœux clos'), ('decided', 'places attribuées'), ('notified', 'familles prévenues'), ('second', 'second tour publié'), ('settled', 'terminée'), ('cancelled', 'annulée')], default='prepared', max_length=16, verbose_name='état'),
        ),
        migrations.AlterField(
            model_name='allocationrun',
            name='kind',
            field=models.CharField(choices=[('simulation', 'essai'), ('official', 'tirage officiel'), ('second', 'second tour')], max_length=10, verbose_name='nature'),
        ),
        migrations.AlterField(
            model_name='campaignstep',
            name='from_state',
            field=models.CharField(choices=[('prepared', 'en préparation'), ('rules_adopted', 'règles adoptées'), ('announced', 'annoncée'), ('open', 'ouverte aux vœux'), ('closed', 'vœux clos'), ('decided', 'places attribuées'), ('notified', 'familles prévenues'), ('second', 'second tour publié'), ('settled', 'terminée'), ('cancelled', 'annulée')], max_length=16),
        ),
        migrations.AlterField(
            model_name='campaignstep',
            name='to_state',
            field=models.CharField(choices=[('prepared', 'en préparation'), ('rules_adopted', 'règles adoptées'), ('announced', 'annoncée'), ('open', 'ouverte aux vœux'), ('closed', 'vœux clos'), ('decided', 'places attribuées'), ('notified', 'familles prévenues'), ('second', 'second tour publié'), ('settled', 'terminée'), ('cancelled', 'annulée')], max_length=16),
        ),
        migrations.AddConstraint(
            model_name='allocationcampaign',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['prepared', 'rules_adopted', 'announced', 'open', 'closed', 'decided', 'notified', 'second', 'settled', 'cancelled'])), name='campaign_state_is_known'),
        ),
        migrations.AddConstraint(
            model_name='allocationcampaign',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state__in', ('announced', 'open', 'closed', 'decided', 'notified', 'second', 'settled')), _negated=True), models.Q(models.Q(('commitment', ''), _negated=True), models.Q(('public_source', ''), _negated=True)), _connector='OR'), name='a_draw_is_promised_before_it_is_made'),
        ),
        migrations.AddConstraint(
            model_name='allocationrun',
            constraint=models.UniqueConstraint(condition=models.Q(('kind', 'second')), fields=('campaign',), name='one_second_round_by_campaign'),
        ),
        migrations.AlterField(
            model_name='letter',
            name='subject',
            field=models.CharField(choices=[('decision', 'la réponse à la demande'), ('second', 'la réponse du second tour'), ('exception', 'une place donnée hors de l’ordre'), ('receipt', 'le récépissé d’un recours'), ('answer', 'la réponse à un recours')], max_length=10, verbose_name='ce qu’elle dit'),
        ),
        migrations.RunPython(protect_again, migrations.RunPython.noop),
    ]
