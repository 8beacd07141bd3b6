/* Without a connection a form stays where it is, with what was typed: the page for "no connection" would take its
   place. Forms that wait on the device (draft.js) have answered before. */

(() => {
  const { offline } = document.body.dataset;
  const lines = new Map();

  const lineIn = (form) => {
    if (!lines.has(form)) {
      lines.set(form, document.createElement("p"));
      lines.get(form).setAttribute("role", "status");
      form.append(lines.get(form));
    }
    return lines.get(form);
  };
  const say = (line, words) => { [line.className, line.textContent] = [words && "notice look", words]; };

  /* Some browsers take themselves for offline when they are not. */
  const isThere = () => fetch("/offline/", { method: "HEAD", cache: "no-store" }).catch(() => null);

  let going = null;
  document.addEventListener("submit", async (event) => {
    const { target: form, submitter } = event;
    const stays = offline && !navigator.onLine && form !== going && form.getAttribute("method") === "post";
    if (!stays || event.defaultPrevented) return;
    event.preventDefault();
    const line = lineIn(form); // empty at first: what is put into it is then read out
    if (!await isThere()) { say(line, offline); return; }
    going = form;
    form.requestSubmit(submitter);
    going = null;
  });
  window.addEventListener("online", () => lines.forEach((line) => say(line, "")));
})();
