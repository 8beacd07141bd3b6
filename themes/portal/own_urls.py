"""A young person's own pages: how it went, what was agreed before, what they saved, and all that is theirs to set."""

from django.urls import URLPattern, path

from leavingwell.themes.portal.views import me, over_time, plan, saved, versions

OF_A_PLAN: list[URLPattern] = [
    path("plan/over-time/", over_time.over_time, name="over_time"),
    path("plan/versions/<int:number>/", versions.version, name="plan_version"),
]
urlpatterns: list[URLPattern] = [
    *OF_A_PLAN,
    *(path(f"people/<str:person>/{one.pattern}", one.callback, name=one.name) for one in OF_A_PLAN),
    path("plan/my-part/yes/", plan.agree, name="plan_agree"),
    path("me/", me.me, name="me"),
    path("me/device/", me.share_device, name="share_device"),
    path("saved/", saved.saved, name="saved_offers"),
    path("offers/<slug:slug>/save/", saved.save, name="offer_save"),
    path("saved/<str:offer>/let-go/", saved.let_go, name="offer_let_go"),
]
