"""Pages that are images: the text and the ruling lines recognised in them, in the form a text page has.

Needs the optional extra `scan` and tesseract's Vietnamese model; without them pages stay unread.
"""

# Commands that bring them.
INSTALL_ENGINE = "pip install 'cchc-pipelines[scan]'"
INSTALL_MODEL = "sudo apt-get install tesseract-ocr-vie"
