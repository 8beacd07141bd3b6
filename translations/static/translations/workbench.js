// The workbench works without this. With it: checks while one types, Ctrl+Enter, suggestions that land in the field.
(() => {
  const PAUSE = 600; // milliseconds without a key
  const form = document.getElementById("bench-form");
  if (!form) return;
  const fields = [...form.querySelectorAll("[data-words]")];
  const place = form.querySelector("[data-findings]");
  const count = form.querySelector("[data-count]");
  const rich = richText(form.querySelector("template[data-rich]"));
  const written = () => rich ? rich.words() : fields.map((field) => field.value).join("\0");
  const before = written();
  let waiting, leaving = false, asked = 0;
  form.classList.add("bench-has-script");

  async function check() {
    const mine = ++asked;
    written();
    const answer = await fetch(form.dataset.check, { method: "POST", body: new FormData(form) }).catch(() => null);
    if (mine === asked && answer?.ok) place.innerHTML = await answer.text();
  }

  function tellLength() {
    const longest = Number(fields[0]?.dataset.longest);
    if (!count || !longest || rich) return;
    count.hidden = false;
    count.textContent = `${fields[0].value.length} / ${longest}`;
  }

  function changed() {
    tellLength();
    clearTimeout(waiting);
    waiting = setTimeout(check, PAUSE);
  }

  function fill(text) {
    fields[0].focus();
    fields[0].select();
    // Kept in the browser's own history, so that Ctrl+Z brings back what was typed.
    if (!document.execCommand("insertText", false, text)) fields[0].value = text;
    changed();
  }

  // In place of the tags. Its words come into its input after a moment: they are fetched before they are needed.
  function richText(template) {
    if (!template) return null;
    const area = form.querySelector("textarea[name=text]");
    area.before(template.content.cloneNode(true));
    area.disabled = area.hidden = true;
    form.querySelectorAll("[data-of-tags]").forEach((one) => { one.hidden = true; });
    const input = form.querySelector("input[name=rich]");
    setTimeout(() => input.draftailEditor?.focus(), 300);
    return { words: () => { input.draftailEditor?.saveState?.(); return input.value; } };
  }

  form.addEventListener("input", changed);
  if (rich) form.addEventListener("keyup", changed);
  form.addEventListener("submit", (event) => { written(); leaving = !event.submitter?.matches("[data-apart]"); });
  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      form.querySelector("[data-main]")?.click();
    }
  });
  addEventListener("beforeunload", (event) => { if (!leaving && written() !== before) event.preventDefault(); });

  const copy = form.querySelector("[data-copy]");
  if (copy && fields.length === 1 && !fields[0].readOnly) {
    copy.hidden = false;
    copy.addEventListener("click", () => fill(document.getElementById("bench-source").content.textContent));
  }
  if (fields.length === 1) {
    for (const button of document.querySelectorAll('button[name="use"][data-text]')) {
      button.addEventListener("click", (event) => { event.preventDefault(); fill(button.dataset.text); });
    }
  }
  tellLength();
})();
