"""Many mails on one line, by a real server that counts its lines and hangs up when it likes."""

from __future__ import annotations

import smtplib

import pytest
from django.core.mail import EmailMessage

from config.mail import mailers
from preau.foundation.mail.line import Line, NotReached


def mail(to: str) -> EmailMessage:
    return EmailMessage("Place confirmée", "Bonjour", "ville@preau.example", [to])


def test_ten_mails_take_one_line(post_office):
    with Line() as line:
        for number in range(10):
            line.send(mail(f"parent{number}@familles.example"))
    assert (len(post_office.messages), post_office.lines) == (10, 1)


def test_a_server_that_hangs_up_is_called_again_and_no_mail_is_lost_or_doubled(post_office):
    post_office.most = 2
    with Line() as line:
        for number in range(5):
            line.send(mail(f"parent{number}@familles.example"))
    assert post_office.readers == [f"parent{number}@familles.example" for number in range(5)]
    assert post_office.lines == 3


def test_an_address_that_is_refused_is_its_own_trouble(post_office):
    post_office.answers["personne@familles.example"] = "550 nobody of that name"
    with Line() as line:
        line.send(mail("un@familles.example"))
        with pytest.raises(smtplib.SMTPRecipientsRefused):
            line.send(mail("personne@familles.example"))
        line.send(mail("deux@familles.example"))
    assert post_office.readers == ["un@familles.example", "deux@familles.example"]


def test_a_line_cut_in_the_middle_of_a_mail_is_its_own_trouble(post_office):
    post_office.hangs_up_before.add("coupe@familles.example")
    with Line() as line:
        line.send(mail("un@familles.example"))
        with pytest.raises(smtplib.SMTPServerDisconnected):
            line.send(mail("coupe@familles.example"))
        line.send(mail("deux@familles.example"))
    assert (post_office.readers, post_office.lines) == (["un@familles.example", "deux@familles.example"], 2)


def test_a_server_that_goes_away_between_two_mails_is_told_as_it_is(post_office):
    with Line() as line:
        line.send(mail("un@familles.example"))
        post_office.closes()
        with pytest.raises(NotReached) as told:
            line.send(mail("deux@familles.example"))
        assert isinstance(told.value.__cause__, ConnectionRefusedError)
        post_office.opens()
        line.send(mail("trois@familles.example"))
    assert post_office.readers == ["un@familles.example", "trois@familles.example"]


def test_a_server_that_will_not_have_us_is_a_server_not_reached(post_office, settings, tmp_path):
    settings.MAILERS = mailers(post_office.address.replace("//", "//ville:secret@"), tmp_path)
    with Line() as line, pytest.raises(NotReached) as told:
        line.send(mail("un@familles.example"))
    assert isinstance(told.value.__cause__, smtplib.SMTPNotSupportedError)  # never taken for a refused address
    assert post_office.messages == []


def test_mails_kept_on_this_machine_are_one_file_each(settings, tmp_path):
    settings.MAILERS = mailers("file", tmp_path)
    with Line() as line:
        line.send(mail("un@familles.example"))
        line.send(mail("deux@familles.example"))
    assert len(list((tmp_path / "mails").iterdir())) == 2
