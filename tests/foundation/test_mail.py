"""Mail leaves through a real SMTP server."""

from __future__ import annotations

from preau.foundation.mail.tasks import send_text_mail


def test_person_receives_the_mail_as_it_was_written(post_office, settings):
    settings.DEFAULT_FROM_EMAIL = "Préau <ne-pas-repondre@ville.example>"
    send_text_mail.call("Votre code", "Voilà l’été : 123456\n", "nadia@essai.example")
    [message] = post_office.messages
    assert message["Subject"] == "Votre code"
    assert message["To"] == "nadia@essai.example"
    assert message["From"].addresses[0].addr_spec == "ne-pas-repondre@ville.example"
    assert message.get_content().strip() == "Voilà l’été : 123456"
    assert message.get_content_type() == "text/plain"


def test_server_that_is_down_leaves_a_failed_job_and_no_crash(post_office):
    from django.tasks import TaskResultStatus

    post_office.closes()
    result = send_text_mail.enqueue("Votre code", "123456", "nadia@essai.example")
    assert result.status == TaskResultStatus.FAILED
