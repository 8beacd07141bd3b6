/* An improvement on a form that works without it. What is chosen or typed is saved in the background; without a
   connection it waits on the device (draft.js). */

(() => {
  const form = document.querySelector("form[data-autosave]");
  const line = form?.querySelector("[data-saved]");
  const person = document.body.dataset.person;
  if (!form || !line || !person || form.closest("fieldset[disabled]")) return;

  const box = drafts.boxOf(form, line, form.dataset.autosave, location.pathname);
  let running = null;
  let key = { of: null, id: null };

  const say = (word) => { line.textContent = word ? line.dataset[`words${word}`] : ""; };
  const fields = () => drafts.fieldsOf(form);
  const typed = () => JSON.stringify(fields().filter(([name]) => !["version", "was", "request"].includes(name)));
  let saved = typed();

  /* The same words always go under the same key, other words never. */
  const keyOf = (words) => {
    if (key.of !== words) key = { of: words, id: drafts.newId() };
    return key.id;
  };

  const keep = (more) => box.keep({ fields: fields(), id: keyOf(typed()), ...more });

  const wait = () => {
    try {
      keep();
      say("Offline");
    } catch {
      say("Failed");
    }
  };

  /* What is sent by its reader's own hand alone waits too, until they press the button or take it back. */
  const hold = () => {
    say("Failed");
    const kept = box.read();
    if (kept && !kept.held && kept.id === keyOf(typed())) return; // pressed already, without a connection
    try {
      keep({ held: true });
    } catch { /* the device keeps nothing */ }
  };

  /* What waited here goes when the server has it: under the same key, so that it may be sent again (waiting.js). */
  const markSent = (button) => {
    form.querySelector("input[name=request]")?.remove();
    if (!box.read()) return;
    const pressed = button?.name ? [[button.name, button.value]] : [];
    try {
      keep({ fields: [...fields(), ...pressed], sent: true });
    } catch { /* what waited is still there */ }
    const request = document.createElement("input");
    [request.type, request.name, request.value] = ["hidden", "request", keyOf(typed())];
    form.append(request);
  };

  const took = async (answer, words) => {
    if (answer.status === 200) {
      form.elements.namedItem("version").value = (await answer.json()).version;
      saved = words;
      box.drop();
      say(typed() === words ? "Saved" : "");
    } else if (answer.status === 409) {
      markSent();
      form.submit(); // the page with both answers
    } else {
      say(answer.status === 422 ? "" : "Failed"); // 422: half an answer, the reader is still at it
    }
  };

  /* A choice after which somebody is told is sent by its reader's own hand alone. */
  const mayGo = () => !form.querySelector("[data-tells]:checked");

  const save = async () => {
    const words = typed();
    if (running) return;
    if (words === saved) {
      if (box.read()?.held) { box.drop(); say(""); }
      return;
    }
    if (!mayGo()) { hold(); return; }
    say("Saving");
    running = drafts.post(form, form.action, fields(), keyOf(words)).then((answer) => took(answer, words), wait);
    await running;
    running = null;
    if (typed() !== words && navigator.onLine) save();
  };

  const online = () => { save(); box.sendOthers(); };

  form.addEventListener("change", () => setTimeout(save));
  form.addEventListener("submit", async (event) => {
    if (!navigator.onLine) {
      event.preventDefault();
      wait();
    } else if (running) {
      event.preventDefault();
      await running;
      form.requestSubmit(event.submitter);
    } else {
      markSent(event.submitter);
    }
  });
  window.addEventListener("online", online);

  const stored = box.read();
  if (stored?.sent && document.querySelector(".both, .summary-errors")) box.drop(); // it stands in the page
  else if (stored) {
    drafts.fill(form, stored.fields);
    form.querySelectorAll("details:has(textarea)").forEach((one) => { one.open ||= Boolean(one.querySelector("textarea").value); });
    key = { of: typed(), id: stored.id };
    if (stored.sent) box.keep({ ...stored, sent: false }); // it may not have arrived
  }
  if (navigator.onLine) online();
})();
