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

  document.addEventListener("submit", (event) => {
    const { target: form } = event;
    if (!offline || navigator.onLine || event.defaultPrevented || form.getAttribute("method") !== "post") return;
    event.preventDefault();
    const line = lineIn(form);
    setTimeout(() => say(line, offline)); // an empty line first: what is put into it is then read out
  });
  window.addEventListener("online", () => lines.forEach((line) => say(line, "")));
})();
