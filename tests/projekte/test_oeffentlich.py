"""What a draft says of a public project stays with the draft."""

import pytest

from projekte import finden
from projekte.models import Kennzahl, Projektname
from tests import factories as f

pytestmark = pytest.mark.django_db


@pytest.fixture
def geheimer_name():
    projekt = f.projekt("13-02")
    f.projekt("13-03", name="Mobilitätszentrale")
    entwurf = f.dokument(veroeffentlichung="entwurf")
    return Projektname.objects.create(projekt=projekt, name="Geheimname", dokument=entwurf)


@pytest.mark.parametrize("adresse", ["/projekte/13-02/", "/projekte/?q=Geheimname", "/api/v1/projekte/13-02/"])
def test_a_name_read_in_a_draft_stands_nowhere(client, geheimer_name, adresse):
    antwort = client.get(adresse).content.decode()

    assert "Geheimname" not in antwort.replace('value="Geheimname"', "").replace("q=Geheimname", "")
    assert adresse != "/projekte/?q=Geheimname" or "13-02" not in antwort


def test_a_name_read_in_a_draft_leads_nowhere_until_the_draft_is_published(geheimer_name):
    assert finden.find("Geheimname") is None

    entwurf = geheimer_name.dokument
    entwurf.veroeffentlichung = "veroeffentlicht"
    entwurf.save()

    assert finden.find("Geheimname") == "/projekte/13-02/"


def test_a_figure_of_a_withheld_project_is_not_public():
    felder = {"wert": 5, "einheit": "Euro", "wortlaut": "5 Euro", "dokument": f.dokument()}
    Kennzahl.objects.create(projekt=f.projekt("13-02", veroeffentlichung="entwurf"), **felder)
    frei = Kennzahl.objects.create(**felder)

    assert list(Kennzahl.objects.oeffentlich()) == [frei]
