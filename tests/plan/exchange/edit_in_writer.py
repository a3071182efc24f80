"""Edits a document in LibreOffice as a person would: run by LibreOffice's own Python, never imported by the suite.

    python3 edit_in_writer.py PROFILE SOURCE TARGET < operations.json

Each operation: {"do": ..., "find": words of a paragraph, "with" | "text" | "after": ..., "tracked": true | false}.
``strip`` copies everything into a new document and takes every bookmark away. ``sign`` says who types.
"""

import json
import subprocess
import sys
import time
import uuid
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.text.ControlCharacter import PARAGRAPH_BREAK


def option(name, value):
    found = PropertyValue()
    found.Name, found.Value = name, value
    return found


class Writer:
    def __init__(self, profile):
        pipe = f"preau{uuid.uuid4().hex}"
        self.process = subprocess.Popen(
            [
                "soffice",
                f"-env:UserInstallation={Path(profile).resolve().as_uri()}",
                f"--accept=pipe,name={pipe};urp;",
                "--headless",
                "--norestore",
                "--nologo",
            ]
        )
        here = uno.getComponentContext()
        resolver = here.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", here)
        address = f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext"
        for _ in range(300):
            try:
                self.context = resolver.resolve(address)
                break
            except Exception:
                time.sleep(0.2)
        else:
            raise SystemExit("LibreOffice did not answer")
        self.desktop = self.context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", self.context)

    def open(self, path):
        return self.desktop.loadComponentFromURL(Path(path).resolve().as_uri(), "_blank", 0, (option("Hidden", True),))

    def blank(self):
        return self.desktop.loadComponentFromURL("private:factory/swriter", "_blank", 0, (option("Hidden", True),))

    def save(self, document, path):
        kind = {"docx": "MS Word 2007 XML", "odt": "writer8"}[Path(path).suffix[1:]]
        document.storeToURL(Path(path).resolve().as_uri(), (option("FilterName", kind),))

    def sign(self, name):
        """Whose name tracked changes bear from now on."""
        provider = self.context.ServiceManager.createInstanceWithContext(
            "com.sun.star.configuration.ConfigurationProvider", self.context
        )
        node = option("nodepath", "/org.openoffice.UserProfile/Data")
        access = "com.sun.star.configuration.ConfigurationUpdateAccess"
        profile = provider.createInstanceWithArguments(access, (node,))
        first, last = name.split(" ", 1)
        profile.setPropertyValue("givenname", first)
        profile.setPropertyValue("sn", last)
        profile.commitChanges()

    def close(self):
        try:
            self.desktop.terminate()
        except Exception:
            self.process.terminate()
        self.process.wait(20)


def words(document, text):
    """The stretch of the document that holds these words."""
    search = document.createSearchDescriptor()
    search.SearchString, search.SearchCaseSensitive = text, True
    found = document.findFirst(search)
    if found is None:
        raise SystemExit(f"not found: {text}")
    return found


def paragraph_at(place):
    """A cursor over the whole paragraph, without its end."""
    cursor = place.getText().createTextCursorByRange(place.getStart())
    cursor.gotoStartOfParagraph(False)
    cursor.gotoEndOfParagraph(True)
    return cursor


def delete_paragraph(place):
    cursor = place.getText().createTextCursorByRange(place.getStart())
    cursor.gotoStartOfParagraph(False)
    if not cursor.gotoNextParagraph(True):  # the last of its cell: the end of the one before goes with it
        cursor.gotoEndOfParagraph(False)
        cursor.gotoStartOfParagraph(True)
        cursor.collapseToStart()
        cursor.goLeft(1, False)
        cursor.gotoEndOfParagraph(False)
        end = place.getText().createTextCursorByRange(place.getEnd())
        end.gotoEndOfParagraph(False)
        cursor.gotoRange(end, True)
    cursor.setString("")


def add_paragraph(place, text):
    cursor = place.getText().createTextCursorByRange(place.getEnd())
    cursor.gotoEndOfParagraph(False)
    place.getText().insertControlCharacter(cursor, PARAGRAPH_BREAK, False)
    place.getText().insertString(cursor, text, False)


def do(writer, document, operation):
    document.RecordChanges = bool(operation.get("tracked"))
    if operation["do"] == "strip":
        return stripped(writer, operation["source"])
    if operation["do"] == "sign":
        writer.sign(operation["name"])
        return document
    place = words(document, operation["find"])
    match operation["do"]:
        case "replace":
            place.setString(operation["with"])
        case "delete":
            delete_paragraph(place)
        case "add":
            add_paragraph(place, operation["text"])
        case "move":
            controller = document.getCurrentController()
            controller.select(paragraph_at(place))
            taken = controller.getTransferable()
            delete_paragraph(words(document, operation["find"]))
            target = words(document, operation["after"])
            add_paragraph(target, "")
            cursor = target.getText().createTextCursorByRange(words(document, operation["after"]).getEnd())
            cursor.gotoNextParagraph(False)
            controller.select(cursor)
            controller.insertTransferable(taken)
        case "row":
            table = place.TextTable
            name = place.Cell.CellName
            number = int("".join(letter for letter in name if letter.isdigit()))
            table.getRows().insertByIndex(number, 1)
            for column, text in zip("BC", operation["cells"], strict=True):
                table.getCellByName(f"{column}{number + 1}").setString(text)
    return document


def stripped(writer, path):
    """Everything inserted into a new document; a bookmark that followed is taken away."""
    copy = writer.blank()
    copy.Text.createTextCursor().insertDocumentFromURL(Path(path).resolve().as_uri(), ())
    for name in copy.getBookmarks().getElementNames():
        bookmark = copy.getBookmarks().getByName(name)
        bookmark.getAnchor().getText().removeTextContent(bookmark)
    return copy


def main():
    profile, source, target = sys.argv[1:]
    writer = Writer(profile)
    try:
        document = writer.open(source)
        for operation in json.load(sys.stdin):
            document = do(writer, document, operation)
        writer.save(document, target)
    finally:
        writer.close()


main()
