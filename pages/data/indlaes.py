"""Indlæs: drop a sheet, see how it is understood, answer what is left, and read it in."""

from gettext import gettext as _

import streamlit as st

from ui.choice import school_or_ask
from ui.commit_uploads import commit_all
from ui.formats import as_text
from ui.import_sheet import draw_sheet
from ui.session import current_session
from ui.upload import read_uploads

session = current_session()
school_id = school_or_ask(session)

st.title(_("Indlæs"), anchor=False)
st.caption(
    _(
        "Læg jeres ark her, som de er: prøver, vurderingsskemaer og klasselister "
        "(xlsx, xls, ods, csv; højst 25 MB). Intet gemmes, før I trykker Læs ind."
    )
)
files = st.file_uploader(
    _("Ark"),
    type=["xlsx", "xlsm", "xls", "ods", "csv", "txt"],
    accept_multiple_files=True,
    label_visibility="collapsed",
)
readied = []
for upload in read_uploads(session, files, school_id):
    if upload.refused is not None:
        st.error(as_text(upload.refused.message))
        continue
    for reading in upload.reading.sheets if upload.reading else ():
        sheet = draw_sheet(session, school_id, upload, reading)
        if sheet is not None:
            readied.append(sheet)
if readied:
    ready = all(sheet.ready for sheet in readied)
    if not ready:
        st.caption(_("Arkene kan læses ind, når felterne er udfyldt og spørgsmålene besvaret."))
    if st.button(_("Læs ind"), type="primary", disabled=not ready):
        commit_all(session, school_id, readied)
