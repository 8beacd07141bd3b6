/* What waits on this device to be sent is its writer's alone: it goes when they leave quickly (leaving.js) or sign out,
   and when somebody else signs in. */

(() => {
  const { person, shared } = document.body.dataset;

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

  document.addEventListener("leave", forgetAll);
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
})();
