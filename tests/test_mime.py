"""Pages saved in one file, and mails."""

from __future__ import annotations

import time
from email.message import EmailMessage
from pathlib import Path

import pytest

from polyglot_news.documents import read_document
from polyglot_news.errors import InputError, PolyglotNewsWarning
from polyglot_news.mime import is_mime

PAGE = (
    "<!DOCTYPE html><html><head><title>Point de presse</title></head><body><article><h1>Point de presse</h1>"
    "<p>Nous n’avons jamais accepté la fermeture du port, et nous ne l’accepterons pas, a dit la ministre à Brest.</p>"
    "<p>Douze millions d’euros seront versés aux communes de la côte avant la fin de l’année, a-t-elle ajouté.</p>"
    "</article></body></html>"
)


def _saved_page(charset: str = "utf-8") -> bytes:
    page = EmailMessage()
    page.set_content(PAGE.replace("’", "'"), subtype="html", charset=charset, cte="quoted-printable")
    whole = EmailMessage()
    whole["From"] = "<Saved by Blink>"
    whole["Subject"] = "Point de presse"
    whole["MIME-Version"] = "1.0"
    whole.make_related()
    whole.attach(page)
    return whole.as_bytes()


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-15"])
def test_a_page_saved_in_one_file_is_read_as_html(tmp_path: Path, charset: str) -> None:
    (tmp_path / "page.mhtml").write_bytes(_saved_page(charset))
    document = read_document(tmp_path / "page.mhtml")
    assert "Nous n'avons jamais accepté la fermeture du port" in document.text
    assert "quoted-printable" not in document.text
    assert document.title == "Point de presse"


def test_of_a_mail_the_message_is_read(tmp_path: Path) -> None:
    mail = EmailMessage()
    mail["From"] = "press@example.org"
    mail["Subject"] = "The port stays open"
    mail["MIME-Version"] = "1.0"
    mail.set_content("“The port stays open,” the minister said on Monday. “Nobody asked us to close it.”\n")
    mail.add_attachment(b"\x00\x01", maintype="application", subtype="octet-stream", filename="a.bin")
    (tmp_path / "release.eml").write_bytes(mail.as_bytes())
    with pytest.warns(PolyglotNewsWarning, match=r"attached to .*release\.eml is not read \(a\.bin\)"):
        document = read_document(tmp_path / "release.eml")
    assert document.text.strip().startswith("“The port stays open,”")
    assert document.title == "The port stays open"


def test_a_mail_without_text_is_refused(tmp_path: Path) -> None:
    mail = EmailMessage()
    mail["From"] = "a@example.org"
    mail["MIME-Version"] = "1.0"
    mail.add_attachment(b"\x00\x01", maintype="application", subtype="octet-stream", filename="a.bin")
    (tmp_path / "empty.eml").write_bytes(mail.as_bytes())
    with pytest.raises(InputError, match="without text"):
        read_document(tmp_path / "empty.eml")


@pytest.mark.parametrize("said", ["\n", "<html><style>p {margin: 0}</style><body><p>&nbsp;</p></body></html>"])
def test_of_a_mail_that_only_forwards_another_one_that_is_read(tmp_path: Path, said: str) -> None:
    inner, mail = EmailMessage(), EmailMessage()
    inner["From"] = "press@example.org"
    inner["Subject"] = "The ferry sails again"
    inner.set_content("“The ferry sails again on Friday,” the mayor said.\n")
    mail["From"] = "desk@example.org"
    mail["Subject"] = "Fwd: The ferry sails again"
    mail.set_content(said, subtype="plain" if said.isspace() else "html")
    mail.add_attachment(inner)
    (tmp_path / "forward.eml").write_bytes(mail.as_bytes())
    document = read_document(tmp_path / "forward.eml")
    assert document.text.strip() == "“The ferry sails again on Friday,” the mayor said."
    assert document.title == "The ferry sails again"
    mail = EmailMessage()
    mail["From"] = "desk@example.org"
    mail["Subject"] = "See below"
    mail.set_content("The mayor spoke today, see the mail that I forward.\n")
    mail.add_attachment(inner)
    (tmp_path / "told.eml").write_bytes(mail.as_bytes())
    with pytest.warns(PolyglotNewsWarning, match=r"told\.eml is not read \(message/rfc822\)"):
        assert read_document(tmp_path / "told.eml").text.strip().startswith("The mayor spoke")


def test_headers_may_be_long_folded_or_empty(tmp_path: Path) -> None:
    hops = "".join(f"Received: from relay{n}.example.org\r\n\tby mx.example.org; {'x' * 60}\r\n" for n in range(400))
    mail = (
        f"{hops}Message-ID:\r\n <a.b@example.org>\r\nX-Scan-Result2: clean\r\nBcc:\r\nSubject:Harbour dues\r\n"
        "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nThe dues stay as they are.\r\n"
    )
    (tmp_path / "mail.eml").write_bytes(mail.encode())
    document = read_document(tmp_path / "mail.eml")
    assert document.text.strip() == "The dues stay as they are."
    assert document.title == "Harbour dues"


@pytest.mark.parametrize("piece", ["a:\n", "a:\n b\n", "a", "a: ", "\n", ":", "a:\r"])
def test_what_begins_like_headers_takes_linear_time(piece: str) -> None:
    data = (piece * 200_000).encode()
    begun = time.process_time()
    assert not is_mime(data)
    assert time.process_time() - begun < 1.0


def test_a_transcript_with_labels_is_no_mail() -> None:
    assert not is_mime(b"Anna Lind: We stay.\nPaul Roy: So do we.\n\nThey left.")


def test_a_mail_of_an_mbox_with_one_header_of_mime_is_known(tmp_path: Path) -> None:
    data = (
        b"From press@example.org Mon Mar  2 10:00:00 2026\nFrom: press@example.org\nCc:\n"
        b"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n"
        b"Le pont reste ouvert =C3=A0 tous.\n"
    )
    (tmp_path / "mail.mbox").write_bytes(data)
    assert read_document(tmp_path / "mail.mbox").text.strip() == "Le pont reste ouvert à tous."
    (tmp_path / "two.mbox").write_bytes(data + b"\n" + data.replace(b"pont", b"quai"))
    with pytest.warns(PolyglotNewsWarning, match=r"Of the 2 mails in .*two\.mbox the first is read"):
        assert read_document(tmp_path / "two.mbox").text.strip() == "Le pont reste ouvert à tous."
