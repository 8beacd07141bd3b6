// While a wording is typed: how easy it is to read, and the question as young people would see it. Nothing is saved.
(() => {
  const PAUSE = 700; // milliseconds without a key
  const PARTS = ["text", "help", "picture_text"];
  const waiting = new Map();
  const token = (field) => field.form.elements.csrfmiddlewaretoken.value;

  function soon(place, work) {
    clearTimeout(waiting.get(place));
    waiting.set(place, setTimeout(work, PAUSE));
  }

  async function tellEase(place, field) {
    const body = new URLSearchParams({ text: field.value, language: place.dataset.language });
    const headers = { "X-CSRFToken": token(field) };
    const answer = await fetch(place.dataset.readingEase, { method: "POST", headers, body }).catch(() => null);
    if (answer && answer.ok) place.innerHTML = await answer.text();
  }

  function showTyped(preview, field) {
    const { livePreview: action, language } = preview.dataset;
    const given = { csrfmiddlewaretoken: token(field) };
    for (const part of PARTS) given[part] = document.getElementById(`id_${part}_${language}`)?.value ?? "";
    const form = Object.assign(document.createElement("form"), { method: "post", action, target: `preview-${language}`, hidden: true });
    for (const [name, value] of Object.entries(given)) {
      form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
    }
    document.body.append(form);
    form.submit();
    form.remove();
  }

  document.addEventListener("input", ({ target: field }) => {
    const [, part, language] = /^id_(.+)_([a-z]+)$/.exec(field.id) ?? [];
    const ease = document.querySelector(`[data-reading-ease][data-field="${CSS.escape(field.id)}"]`);
    const preview = PARTS.includes(part) && document.querySelector(`[data-live-preview][data-language="${language}"]`);
    if (ease) soon(ease, () => tellEase(ease, field));
    if (preview) soon(preview, () => showTyped(preview, field));
  });
})();
