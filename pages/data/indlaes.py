"""Indlæs: drop a sheet, see how it is understood, answer what is left, and read it in."""

from gettext import gettext as _

import streamlit as st

from ui.choice import school_or_ask
from ui.commit_uploads import commit_all
from ui.formats import as_text
from ui.import_sheet import draw_sheets
from ui.many_uploads import FEW, draw_many
from ui.mapping import with_corrections
from ui.session import current_session
from ui.upload import read_uploads

session = current_session()
school_id = school_or_ask(session)

st.title(_("Indlæs"), anchor=False)
st.caption(
    _(
        "Læg jeres ark her, som de er: prøver, vurderingsskemaer og klasselister "
        "(xlsx, xls, ods, csv, eller en zip med flere; højst 25 MB). Intet gemmes, før I trykker Læs ind."
    )
)
files = st.file_uploader(
    _("Ark"),
    type=["xlsx", "xlsm", "xls", "ods", "csv", "txt", "zip"],
    accept_multiple_files=True,
    label_visibility="collapsed",
)
uploads = with_corrections(read_uploads(session, files, school_id))
if len(uploads) > FEW:
    draw_many(session, school_id, uploads)
    st.stop()
readied = []
for upload in uploads.values():
    if upload.refused is not None:
        st.error(as_text(upload.refused.message))
        continue
    readied += draw_sheets(session, school_id, upload)
if readied:
    ready = all(sheet.ready for sheet in readied)
    if not ready:
        st.caption(_("Arkene kan læses ind, når felterne er udfyldt og spørgsmålene besvaret."))
    if st.button(_("Læs ind"), type="primary", disabled=not ready):
        commit_all(session, school_id, readied)
