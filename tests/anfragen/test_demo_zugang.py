"""The login of the demo: useful, limited, and never on a public machine."""

import pytest
from django.contrib.auth import authenticate
from django.core.management import CommandError, call_command

from anfragen.management.commands.demo_zugang import NAME, PASSWORT

pytestmark = pytest.mark.django_db


@pytest.fixture
def _development(settings):
    settings.DEBUG = True


@pytest.fixture
def konto(_development):
    call_command("demo_zugang")
    return authenticate(username=NAME, password=PASSWORT)


@pytest.mark.usefixtures("_development")
def test_it_prints_what_signs_in(capsys):
    call_command("demo_zugang")
    assert f"Name „{NAME}“, Passwort „{PASSWORT}“ (neu)" in capsys.readouterr().out
    assert authenticate(username=NAME, password=PASSWORT).is_staff


@pytest.mark.parametrize(
    "permission",
    ["anfragen.add_anfrage", "anfragen.change_dokument", "anfragen.delete_frage", "projekte.change_projekt"],
)
def test_the_account_may_record(konto, permission):
    assert konto.has_perm(permission)


@pytest.mark.parametrize(
    "permission",
    ["anfragen.delete_dokument", "anfragen.change_historicalanfrage", "auth.view_user", "auth.change_group"],
)
def test_the_account_may_not_delete_papers_or_touch_accounts(konto, permission):
    assert not konto.has_perm(permission)
    assert not konto.is_superuser


def test_a_second_call_puts_the_account_right_again(konto, capsys):
    konto.set_password("vergessen")
    konto.is_active = False
    konto.save()
    call_command("demo_zugang")
    assert "(war schon da)" in capsys.readouterr().out
    assert authenticate(username=NAME, password=PASSWORT) == konto


def test_without_debug_it_refuses(settings, django_user_model):
    settings.DEBUG = False
    with pytest.raises(CommandError, match="createsuperuser"):
        call_command("demo_zugang")
    assert not django_user_model.objects.exists()
