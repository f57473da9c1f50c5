"""Any encoding met in the wild."""
from __future__ import annotations

import codecs

import pytest
from intake_words import SENTENCE, codes, reports

from diurna.intake import take
from diurna.intake.decoding import alphabets, declared_in, decode

NEWS = {
    "Russian": "Мэр города заявил во вторник, что дорога останется закрытой, пока нет договора. «Мы готовы», — сказал он.",
    "Ukrainian": "Мер міста заявив у вівторок, що дорога залишатиметься закритою. «Ми готові до переговорів», — сказав він.",
    "French": "Le maire a déclaré mardi que la route resterait fermée. «Ça suffit», a-t-il ajouté, après être allé à la frontière.",
    "Polish": "Burmistrz powiedział we wtorek, że droga pozostanie zamknięta, dopóki strony się nie porozumieją. Są źli.",
    "Czech": "Starosta v úterý řekl, že silnice zůstane uzavřena, dokud se obě strany nedohodnou. Příměří ještě není.",
    "Hungarian": "A polgármester kedden közölte, hogy az út zárva marad. Így a tűzszünet később kezdődik, mondta ő is.",
    "Turkish": "Belediye başkanı salı günü iki taraf anlaşana kadar yolun kapalı kalacağını söyledi. Görüşmeler çarşamba sürecek.",
    "Greek": "Ο δήμαρχος δήλωσε την Τρίτη ότι ο δρόμος θα παραμείνει κλειστός μέχρι να συμφωνήσουν οι δύο πλευρές.",
    "Hebrew": "ראש העיר אמר ביום שלישי כי הכביש יישאר סגור עד ששני הצדדים יסכימו מי רשאי להשתמש בו.",
    "Arabic": "قال رئيس البلدية يوم الثلاثاء إن الطريق سيبقى مغلقا إلى أن يتفق الجانبان على من يحق له استخدامه.",
    "Chinese": "市长星期二表示，在双方商定谁可以通行以及通行时间之前，出城的道路将继续关闭。",
    "Traditional Chinese": "市長星期二表示，在雙方商定誰可以通行以及通行時間之前，出城的道路將繼續關閉。",
    "Japanese": "市長は火曜日、双方が誰がいつ通れるかについて合意するまで、町を出る道路は閉鎖されたままになると述べた。",
    "Korean": "시장은 화요일에 양측이 누가 언제 통행할 수 있는지에 대해 합의할 때까지 도시를 나가는 도로가 폐쇄될 것이라고 말했다.",
}
OLD = [
    ("Russian", "cp1251"), ("Russian", "koi8-r"), ("Russian", "cp866"), ("Russian", "iso8859-5"), ("Ukrainian", "cp1251"),
    ("Ukrainian", "koi8-u"), ("French", "cp1252"), ("French", "latin-1"), ("Polish", "cp1250"), ("Polish", "iso8859-2"),
    ("Czech", "cp1250"), ("Czech", "iso8859-2"), ("Hungarian", "cp1250"), ("Turkish", "cp1254"), ("Greek", "cp1253"),
    ("Hebrew", "cp1255"), ("Arabic", "cp1256"), ("Chinese", "gb18030"), ("Traditional Chinese", "big5"), ("Japanese", "cp932"),
    ("Japanese", "euc_jp"), ("Japanese", "iso2022_jp"), ("Korean", "cp949"),
]


@pytest.mark.parametrize(("language", "encoding"), OLD)
def test_an_old_encoding_is_told_by_its_letters(file, language, encoding):
    # The oldest know no quotation marks and dashes but ASCII's.
    news = NEWS[language].replace("«", '"').replace("»", '"').replace("—", "-")
    items = list(take([file("old.txt", news.encode(encoding))]))
    assert codes(items) == ["D112"]
    assert [r.text for r in reports(items)] == [news]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("language", ["Russian", "French", "Chinese"])
def test_unicode_with_and_without_its_mark(report, language, encoding):
    news = f"{NEWS[language]}\r\n\r\n{SENTENCE}\n"
    assert report(news.encode(encoding)).text == news


@pytest.mark.parametrize("news", NEWS.values())
def test_words_in_utf_8_are_never_taken_for_anything_else(news):
    assert decode(news.encode()).text == news


@pytest.mark.parametrize(
    "news", ["The mayor. Image: AP\0", "Le maire a été\0 là.\n", "The mayor. \x1f\0\x1f", '{"id": "1", "text": "word"}\n\0\x1f']
)
def test_a_stray_zero_does_not_make_words_wide(news):
    assert decode(news.encode()).text == news


def test_english_with_a_few_signs_of_windows(file):
    items = list(take([file("smart.txt", "“We’re ready,” he said — and left.".encode("cp1252"))]))
    assert [r.text for r in reports(items)] == ["“We’re ready,” he said — and left."]


def test_bytes_that_are_no_text_are_kept_as_signs_and_told(file):
    spoilt = NEWS["Russian"].encode() + b" \xff\xfe " + NEWS["Russian"].encode()
    items = list(take([file("spoilt.txt", spoilt)]))
    assert codes(items) == ["D111"]
    assert [r.text.count("\ufffd") for r in reports(items)] == [2]


def test_a_character_cut_in_two_at_the_end(file):
    items = list(take([file("cut.txt", NEWS["Russian"].encode()[:-1] + "я".encode()[:1])]))
    assert codes(items) == ["D111"]
    assert reports(items)[0].text.startswith("Мэр города")


def test_a_page_says_its_encoding(file):
    page = f'<html><head><meta charset="windows-1251"></head><body><article><p>{NEWS["Russian"]}</p></article></body></html>'
    items = list(take([file("page.html", page.encode("cp1251"))]))
    assert codes(items) == []
    assert NEWS["Russian"] in reports(items)[0].text


def test_a_page_that_says_the_wrong_encoding(file):
    page = f'<html><head><meta charset="utf-8"></head><body><article><p>{NEWS["Russian"]}</p></article></body></html>'
    items = list(take([file("page.html", page.encode("cp1251"))]))
    assert codes(items) == ["D112"]
    assert NEWS["Russian"] in reports(items)[0].text


def test_what_pages_declare():
    assert declared_in(b'<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">') == "koi8-r"
    assert declared_in(b'<?xml version="1.0" encoding="ISO-8859-1"?>') == "ISO-8859-1"
    assert decode(b"caf\xe9", "iso-8859-1").text == "café"
    assert decode(b"caf\xe9", "no-such-encoding").text == "café"


def test_every_encoding_of_the_table_is_one():
    for row in alphabets():
        for name in row.encodings:
            assert codecs.lookup(name)


def test_two_encodings_in_one_file_are_read_line_by_line(file):
    lines = [NEWS["French"], "António Guterres a dit : « Nous sommes prêts. »"]
    mixed = lines[0].encode("cp1252") + b"\n" + lines[1].encode("utf-8")
    items = list(take([file("two.txt", mixed)]))
    assert codes(items) == ["D112"]
    assert [r.text for r in reports(items)] == ["\n".join(lines)]
