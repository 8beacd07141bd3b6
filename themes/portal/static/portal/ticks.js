/* Ticks something off, or takes the tick back, without leaving the page. Whatever goes wrong, the form is sent as ever. */

(() => {
  const said = document.createElement("p");
  said.className = "hide";
  said.setAttribute("role", "status");
  document.querySelector("main")?.append(said);

  const sendAsEver = (form) => {
    delete form.dataset.tick;
    form.requestSubmit();
  };

  const put = (row, { html, words }) => {
    const made = document.createElement("template");
    made.innerHTML = html;
    const fresh = made.content.querySelector(".todo");
    row.replaceWith(fresh);
    (fresh.querySelector("button") ?? fresh.querySelector("a"))?.focus();
    said.textContent = words;
  };

  const tick = async (form) => {
    const row = form.closest(".todo");
    row.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(form.action, {
        method: "POST",
        body: new FormData(form),
        headers: { Accept: "application/json" },
      });
      if (!answer.ok || !answer.headers.get("Content-Type")?.startsWith("application/json")) throw answer;
      put(row, await answer.json());
    } catch {
      row.removeAttribute("aria-busy");
      sendAsEver(form);
    }
  };

  document.addEventListener("submit", (event) => {
    const { target: form } = event;
    if (!form.matches("form[data-tick]") || !form.closest(".todo")) return;
    event.preventDefault();
    if (!form.closest("[aria-busy]")) tick(form);
  });
})();
