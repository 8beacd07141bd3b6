"""Words of the interface in their place, for the translator who looks at them: on the first page that holds them.

Pages with somebody's own data are drawn with a young person who does not exist. Words on none of these are shown as a
heading, a sentence and a button.
"""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from leavingwell.themes.portal.access import signed_in
from leavingwell.themes.portal.sample_pages import sample_pages
from leavingwell.translations.highlighting import holds


@signed_in
@require_safe
def words(request: HttpRequest) -> HttpResponse:
    looked_at = getattr(request, "words_tried", None)
    if looked_at is None:
        raise Http404
    for draw in () if looked_at.is_paper else sample_pages(request):
        html = draw()
        if holds(html):
            return HttpResponse(html)
    return render(request, "portal/words_sample.html", {"looked_at": looked_at})
