"""Milliseconds and peak memory of each PDF engine for one plan, as ratios to each other within this run.

Each engine runs in a process of its own, so that its memory is its own. `python benchmarks/documents.py`
"""

import resource
import statistics
import subprocess
import sys
import time

import django

ENGINES = ("xhtml2pdf", "weasyprint", "weasyprint, tagged")
TIMES = 7


def page_of_a_plan() -> str:
    """The page of the fullest plan there is."""
    from django.db.models import Count

    from leavingwell.platform.councils.models import Council
    from leavingwell.platform.councils.scope import scope
    from leavingwell.platform.documents.models import Document
    from leavingwell.platform.documents.plan_page import plan_page
    from leavingwell.platform.plans.models import Plan

    pages = []
    for council in Council.objects.all():
        with scope(council):
            plan = Plan.objects.annotate(size=Count("comments") + Count("actions")).order_by("-size").first()
            if plan:
                person = plan.young_person.person
                pages.append(plan_page(Document(council=council, plan=plan, language="en", requested_by=person)))
    if not pages:
        raise SystemExit("There is no plan to draw: load the demonstration first.")
    return max(pages, key=len)


def draw(engine: str, html: str) -> bytes:
    from leavingwell.platform.documents.markup import mark, read

    root = read(html)
    mark(root)
    if engine == "xhtml2pdf":
        from leavingwell.platform.documents.engines import xhtml2pdf

        return xhtml2pdf.draw(root, title="Plan")
    from leavingwell.platform.documents.engines import weasyprint

    return weasyprint.draw(root, title="Plan", accessible="tagged" in engine)


def measure(engine: str, html: str) -> tuple[float, float]:
    """Median milliseconds of a drawing once warm, and the megabytes by which it raised the peak of the process."""
    before = peak()
    draw(engine, html)
    taken = []
    for _time in range(TIMES):
        start = time.perf_counter()
        draw(engine, html)
        taken.append(time.perf_counter() - start)
    return statistics.median(taken) * 1000, peak() - before


def peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measured_apart(engine: str, html: str) -> tuple[float, float]:
    command = [sys.executable, __file__, engine]
    out = subprocess.run(command, input=html, capture_output=True, text=True, check=True).stdout
    milliseconds, megabytes = out.split()
    return float(milliseconds), float(megabytes)


def main() -> None:
    django.setup()
    if len(sys.argv) > 1:
        sys.stdout.write("{} {}".format(*measure(sys.argv[1], sys.stdin.read())))
        return
    html = page_of_a_plan()
    found = {engine: measured_apart(engine, html) for engine in ENGINES}
    base_time, base_peak = found[ENGINES[0]]
    for engine, (milliseconds, megabytes) in found.items():
        times, peaks = milliseconds / base_time, megabytes / base_peak
        sys.stdout.write(f"{engine:20} {milliseconds:7.0f} ms  x{times:.2f}   {megabytes:6.0f} MB  x{peaks:.2f}\n")


if __name__ == "__main__":
    main()
