"""What the web server calls; in the solo edition its process also runs the background work."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "askwell.settings")
application = get_wsgi_application()

from askwell.explore import finder  # noqa: E402 (Django comes first)

finder.warm()  # before the first request; where `askwell serve` forks, it is there already

if started_by := os.environ.get("ASKWELL_STARTED_BY"):
    from django.conf import settings

    from askwell.desk.work import leave_with, work_beside_the_server

    leave_with(int(started_by))
    if settings.SOLO:
        work_beside_the_server()
