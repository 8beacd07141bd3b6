/* What waits on this device to be sent is its writer's alone: it goes when they leave quickly or sign out, and when
   somebody else signs in. */

(() => {
  const person = document.body.dataset.person;

  const forget = (isKept) => {
    for (const store of [localStorage, sessionStorage]) {
      Object.keys(store)
        .filter((key) => key.startsWith("leavingwell:") && !isKept(key))
        .forEach((key) => store.removeItem(key));
    }
  };

  /* This page is the answer to a form that was sent: the server has its words. */
  const from = document.referrer.startsWith(location.origin) ? new URL(document.referrer).pathname : null;
  const arrived = (key) => key === `leavingwell:${person}:${from}` && from !== location.pathname
    && [localStorage, sessionStorage].some((store) => JSON.parse(store.getItem(key))?.sent);

  try {
    if (person) forget((key) => key.startsWith(`leavingwell:${person}:`) && !arrived(key));
  } catch {
    return; // the browser keeps nothing: so do we
  }
  document.addEventListener("click", (event) => event.target.closest("a.exit:not(.staff-exit)") && forget(() => false), true);
  document.addEventListener("submit", (event) => event.target.matches("form[action*='/logout/']") && forget(() => false), true);
})();
