/* Leaving quickly leaves nothing to go back to; a page that the browser kept, and one on a device that others use too,
   asks first whether its reader is still signed in. */

(() => {
  const { person, shared, language } = document.body.dataset;

  /* Away at once: on a shared phone the session ends too, without waiting for the answer. */
  const away = document.querySelector("a.exit:not(.staff-exit), .exit-form");
  const leave = () => {
    document.dispatchEvent(new Event("leave")); // waiting.js forgets
    if (away.matches("form")) fetch(away.action, { method: "POST", body: new FormData(away), keepalive: true });
    document.documentElement.hidden = true;
    location.replace("about:blank");
  };
  away?.addEventListener(away.matches("form") ? "submit" : "click", (event) => {
    event.preventDefault();
    leave();
  });

  const QUICKLY = 1500; // milliseconds for Escape three times
  let presses = [];
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.repeat) return;
    presses = [...presses.filter((at) => event.timeStamp - at < QUICKLY), event.timeStamp];
    if (away && presses.length > 2) leave();
  });

  /* "Back" after signing out, or in other hands: the browser may have kept this page whole. */
  const isStillHere = async (alone) => {
    const answer = await fetch("/still-here/", { cache: "no-store" }).catch(() => null);
    if (!answer) return alone; // no connection
    return answer.ok && !answer.redirected && (await answer.json()).person === person;
  };
  const askFirst = async (alone) => {
    document.documentElement.hidden = true;
    if (await isStillHere(alone)) document.documentElement.hidden = false;
    else location.replace("/");
  };
  window.addEventListener("pageshow", (event) => event.persisted && person && askFirst(shared === undefined));

  /* A shared device asks too when it is looked at again, and when nobody has touched it for so many minutes. */
  const watch = () => {
    const IDLE = Number(shared) * 60 * 1000 + 1000;
    let touched = Date.now();
    let wait = null;
    const ask = () => askFirst(Date.now() - touched < IDLE);
    const begin = () => {
      clearTimeout(wait);
      touched = Date.now();
      wait = setTimeout(ask, IDLE);
    };
    ["pointerdown", "keydown", "scroll"].forEach((use) => document.addEventListener(use, begin, { passive: true }));
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && ask());
    begin();
  };
  if (person && shared !== undefined) watch();

  if (shared !== undefined) document.querySelectorAll("form").forEach((form) => { form.autocomplete = "off"; });

  const keepOffline = async () => {
    await navigator.serviceWorker.register("/sw.js");
    const { active } = await navigator.serviceWorker.ready;
    active.postMessage({ language });
  };
  if (language && navigator.serviceWorker) keepOffline().catch(() => {});
})();
