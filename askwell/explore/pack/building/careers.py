"""Everything that one release of the O*NET database says of careers."""

from pathlib import Path

from askwell.explore.sources import credentials, duties, onet, ratings, telling
from askwell.explore.sources.folder import Folder


class Careers:
    """Everything that figures take from a release; `SourceError` where its layout is not known."""

    def __init__(self, text: onet.Text) -> None:
        self.titles = onet.titles(text)
        self.names = list(onet.names(text))
        self.zones, self.interests = onet.job_zones(text), onet.interests(text)
        self.skills, self.context = ratings.skills(text), ratings.work_context(text)
        self.credentials = credentials.credentials(text)
        self.technologies, self.related = onet.technologies(text), onet.related(text)
        self.words = telling.telling_words(text)


def examine(archive: Path) -> None:
    """Refuse an O*NET archive that can't be read to its end, as `build` would; takes some seconds."""
    text = onet.Text(Folder(archive))
    Careers(text)
    duties.duties(text)
