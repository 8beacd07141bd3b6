// While the look is chosen: the preview, what people could not read, and the colours made from others, as the server
// says them. Without this file "Show preview" and the buttons beside the colours send the form and do the same.
(() => {
  const preview = document.querySelector("[data-look-preview]");
  const form = preview?.closest("form");
  if (!form) return;
  const board = preview.querySelector("[data-look-board]");
  const note = preview.querySelector("[data-look-note]");
  const calm = note.textContent;
  const field = (name) => form.elements.namedItem(name);
  let asked = 0;
  let waiting;

  function set(name, colour) {
    const input = field(name);
    input.value = colour;
    input.dispatchEvent(new Event("input", { bubbles: true }));
    input.dispatchEvent(new Event("change", { bubbles: true }));
    input.focus();
  }

  // One place beside each field: its sentence, and the button that takes over the nearest colour.
  function placeFor(name) {
    const known = form.querySelector(`[data-mend="${name}"]`);
    if (known) return known;
    const place = document.createElement("div");
    place.dataset.mend = name;
    const code = form.querySelector(`[data-code="${name}"]`) ?? field(name);
    code.after(place);
    return place;
  }

  function button({ field: name, colour, label }) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "button button-small button-secondary";
    made.dataset.field = name;
    made.dataset.colour = colour;
    const swatch = document.createElement("span");
    swatch.className = "theme-swatch";
    swatch.style.background = colour;
    made.append(swatch, preview.dataset.wordsUse.replace("{colour}", colour).replace("{label}", label));
    return made;
  }

  function tell(troubles) {
    for (const old of form.querySelectorAll("[data-mend]")) old.replaceChildren();
    for (const old of form.querySelectorAll(".theme-mend")) old.remove(); // what the page came with
    for (const trouble of troubles.filter((one) => one.field)) {
      const words = Object.assign(document.createElement("p"), { className: "theme-problem", textContent: trouble.words });
      placeFor(trouble.field).append(words, ...(trouble.colour ? [button(trouble)] : []));
    }
    const said = troubles.length ? note.dataset.wordsClose : calm;
    if (note.textContent !== said) note.textContent = said;
  }

  function showDerived(derived) {
    for (const [name, colour] of Object.entries(derived)) {
      const swatch = form.querySelector(`[data-swatch="${name}"]`);
      const now = form.querySelector(`[data-now="${name}"]`);
      if (swatch) swatch.style.background = colour;
      if (now) now.textContent = field(name).value ? preview.dataset.wordsByHand : colour;
    }
  }

  async function refresh() {
    const mine = ++asked;
    const sent = new FormData(form);
    sent.append("show_preview", "1");
    preview.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(form.action || location.href, { method: "POST", body: sent, headers: { "X-Look-Preview": "1" } });
      if (!answer.ok || mine !== asked) return;
      const found = await answer.json();
      board.innerHTML = found.board;
      fit();
      tell(found.troubles);
      showDerived(found.derived);
      for (const [name, words] of Object.entries(found.coverages)) form.querySelector(`[data-coverage="${name}"]`).textContent = words;
    } catch {
      // No connection: the page stays as it is, and saving says so.
    } finally {
      if (mine === asked) preview.removeAttribute("aria-busy");
    }
  }

  function soon() {
    clearTimeout(waiting);
    waiting = setTimeout(refresh, 350);
  }

  // The code of a light colour beside its picker: some know it by heart.
  function withCode(input) {
    const code = Object.assign(document.createElement("input"), { type: "text", className: "theme-code", maxLength: 7, spellcheck: false });
    code.dataset.code = input.name;
    code.setAttribute("aria-label", `${input.labels[0].innerText.replace("*", "").trim()}: ${preview.dataset.wordsCode}`);
    code.value = input.value;
    code.addEventListener("input", () => {
      if (!/^#[0-9a-f]{6}$/i.test(code.value)) return;
      input.value = code.value;
      input.dispatchEvent(new Event("input", { bubbles: true }));
    });
    code.addEventListener("change", () => { code.value = input.value; }); // what is no colour gives way to the colour
    input.addEventListener("input", () => { if (document.activeElement !== code) code.value = input.value; });
    input.after(code);
  }

  // Each page is drawn at its real width and made small, so that it breaks its lines as it will.
  function fit() {
    for (const glass of board.querySelectorAll(".look-board__glass")) {
      const page = glass.firstElementChild;
      page.style.transform = `scale(${glass.clientWidth / page.offsetWidth})`;
    }
  }

  for (const input of form.querySelectorAll("input.theme-colour")) withCode(input);
  form.addEventListener("input", soon);
  form.addEventListener("change", soon);
  form.addEventListener("click", (event) => {
    const pressed = event.target.closest("button[data-field]");
    if (pressed) {
      event.preventDefault();
      set(pressed.dataset.field, pressed.dataset.colour);
    } else if (event.target.closest("button[name=show_preview]")) {
      event.preventDefault();
      refresh();
    }
  });
  // Pictures are chosen by a chooser, which changes a hidden field without an event that reaches us.
  new MutationObserver(soon).observe(form, { subtree: true, attributes: true, attributeFilter: ["value"] });
  new ResizeObserver(fit).observe(board);
  fit();
})();
