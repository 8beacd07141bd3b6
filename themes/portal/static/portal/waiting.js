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

  try {
    if (person) forget((key) => key.startsWith(`leavingwell:${person}:`));
  } catch {
    return; // the browser keeps nothing: so do we
  }
  document.addEventListener("click", (event) => event.target.closest("a.exit:not(.staff-exit)") && forget(() => false), true);
  document.addEventListener("submit", (event) => event.target.matches("form[action*='/logout/']") && forget(() => false), true);
})();
