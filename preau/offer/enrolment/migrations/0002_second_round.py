
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('enrolment', '0001_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name='bookingunit',
            name='keeps_freed',
            field=models.BooleanField(default=False, verbose_name='places rendues gardées pour le second tour'),
        ),
    ]
