/* What waits on this device to be sent is its writer's alone: it goes when they leave quickly or sign out, and when
   somebody else signs in. Leaving quickly leaves nothing to go back to; a page that the browser kept asks first. */

(() => {
  const { person, shared, language } = document.body.dataset;

  const forget = (isKept) => {
    for (const store of [localStorage, sessionStorage]) {
      Object.keys(store)
        .filter((key) => key.startsWith("leavingwell:") && !isKept(key, store))
        .forEach((key) => store.removeItem(key));
    }
  };

  /* This page is the answer to a form that was sent: the server has its words. */
  const from = document.referrer.startsWith(location.origin) ? new URL(document.referrer).pathname : null;
  const stores = () => [localStorage, sessionStorage];
  const pathOf = (key) => key.slice(`leavingwell:${person}:`.length);
  const arrived = (key) => {
    const sent = stores().map((store) => JSON.parse(store.getItem(key))).find((stored) => stored?.sent);
    return sent && pathOf(key) !== location.pathname && [pathOf(key), sent.from].includes(from);
  };

  const forgetAll = () => {
    try { forget(() => false); } catch { /* the browser keeps nothing */ }
  };
  try {
    const isLeft = (store) => shared === undefined || store !== localStorage;
    if (person) forget((key, store) => key.startsWith(`leavingwell:${person}:`) && isLeft(store) && !arrived(key));
    else if (document.querySelector("[data-over]")) forget((_key, store) => store !== sessionStorage);
  } catch { /* the browser keeps nothing: so do we */ }

  /* Away at once: on a shared phone the session ends too, without waiting for the answer. */
  const away = document.querySelector("a.exit:not(.staff-exit), .exit-form");
  const leave = () => {
    forgetAll();
    if (away.matches("form")) fetch(away.action, { method: "POST", body: new FormData(away), keepalive: true });
    document.documentElement.hidden = true;
    location.replace("about:blank");
  };
  away?.addEventListener(away.matches("form") ? "submit" : "click", (event) => {
    event.preventDefault();
    leave();
  });
  document.addEventListener("submit", (event) => event.target.matches("form[action*='/logout/']") && forgetAll(), true);

  /* What the server had kept is thrown away here too; or sent from here. */
  document.addEventListener("submit", ({ target }) => {
    const { throwsAway, sends } = target.closest("[data-throws-away],[data-sends]")?.dataset ?? {};
    const key = `leavingwell:${person}:${throwsAway ?? sends}`;
    try {
      for (const store of stores()) {
        const stored = JSON.parse(store.getItem(key));
        if (stored && throwsAway) store.removeItem(key);
        else if (stored && sends) store.setItem(key, JSON.stringify({ ...stored, sent: true, from: location.pathname }));
      }
    } catch { /* the browser keeps nothing */ }
  }, true);

  /* A device that others use too keeps nothing of what is written: its writer is told first. */
  const sharing = document.querySelector("form[data-shares]");
  sharing?.addEventListener("submit", (event) => {
    const line = sharing.querySelector("[role=status]");
    try {
      const waiting = Object.keys(localStorage).find((key) => key.startsWith(`leavingwell:${person}:`));
      if (!waiting || line.textContent) return forgetAll();
      event.preventDefault();
      const link = document.createElement("a");
      [link.href, link.textContent] = [pathOf(waiting), line.dataset.look];
      line.replaceChildren(`${line.dataset.waits} `, link);
    } catch { /* the browser keeps nothing */ }
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
  if (language) navigator.serviceWorker?.register(`/sw.js?language=${language}`).catch(() => {});
})();
