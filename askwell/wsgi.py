"""What the web server calls; in the solo edition its process also runs the background work."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "askwell.settings")
application = get_wsgi_application()

if started_by := os.environ.get("ASKWELL_STARTED_BY"):
    from askwell.desk.work import work_beside_the_server
    from askwell.explore.finder import warm

    work_beside_the_server(int(started_by))
    warm()
