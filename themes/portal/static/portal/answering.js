/* An improvement on a form that works without it. What is chosen or typed is saved in the background; without a
   connection it waits on the device (`leavingwell:<person>:<address>` holds the fields of one form, and the key under
   which they are sent until they arrive). */

(() => {
  const form = document.querySelector("form[data-autosave]");
  const line = form?.querySelector("[data-saved]");
  const person = document.body.dataset.person;
  if (!form || !line || !person || form.closest("fieldset[disabled]")) return;

  const NOT_KEPT = ["csrfmiddlewaretoken", "kept_by"];
  const prefix = `leavingwell:${person}:`;
  const here = prefix + location.pathname;
  let running = null;
  let key = { of: null, id: null };

  const device = (() => {
    try {
      return form.dataset.autosave === "own" ? localStorage : sessionStorage;
    } catch {
      return { length: 0, getItem: () => null, setItem() {}, removeItem() {} };
    }
  })();

  const say = (word) => { line.textContent = word ? line.dataset[`words${word}`] : ""; };
  const fields = () => [...new FormData(form)].filter(([name]) => !NOT_KEPT.includes(name));
  const typed = () => JSON.stringify(fields().filter(([name]) => !["version", "was", "request"].includes(name)));
  let saved = typed();

  const newId = () => {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  };

  /* The same words always go under the same key, other words never. */
  const keyOf = (words) => {
    if (key.of !== words) key = { of: words, id: newId() };
    return key.id;
  };

  const post = (address, content, id) => {
    const body = new URLSearchParams(content);
    for (const name of NOT_KEPT) body.set(name, form.elements.namedItem(name).value);
    body.set("background", "1");
    body.set("request", id);
    return fetch(address, { method: "POST", body, headers: { Accept: "application/json" }, redirect: "manual" });
  };

  const keep = (more) => device.setItem(here, JSON.stringify({ fields: fields(), id: keyOf(typed()), ...more }));

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
    const kept = JSON.parse(device.getItem(here));
    if (kept && !kept.held && kept.id === keyOf(typed())) return; // pressed already, without a connection
    try {
      keep({ held: true });
    } catch { /* the device keeps nothing */ }
  };

  /* What waited here goes when the server has it: under the same key, so that it may be sent again (waiting.js). */
  const markSent = (button) => {
    form.querySelector("input[name=request]")?.remove();
    if (!device.getItem(here)) return;
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
      device.removeItem(here);
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
      if (JSON.parse(device.getItem(here))?.held) { device.removeItem(here); say(""); }
      return;
    }
    if (!mayGo()) { hold(); return; }
    say("Saving");
    running = post(form.action, fields(), keyOf(words)).then((answer) => took(answer, words), wait);
    await running;
    running = null;
    if (typed() !== words && navigator.onLine) save();
  };

  const fill = (stored) => {
    form.querySelectorAll("input:is([type=radio],[type=checkbox])").forEach((one) => { one.checked = false; });
    for (const [name, value] of stored.fields) {
      for (const one of form.querySelectorAll(`[name="${CSS.escape(name)}"]`)) {
        if (["radio", "checkbox"].includes(one.type)) one.checked ||= one.value === value;
        else one.value = value;
      }
    }
    key = { of: typed(), id: stored.id };
  };

  /* Forms of other questions that were filled in without a connection. */
  const sendOthers = async () => {
    for (const one of Object.keys(device).filter((name) => name.startsWith(prefix) && name !== here)) {
      const stored = JSON.parse(device.getItem(one));
      if (stored.held) { offer(one.slice(prefix.length)); continue; }
      const answer = await post(one.slice(prefix.length), stored.fields, stored.id).catch(() => null);
      if (answer?.status === 200) device.removeItem(one);
      else if (answer) offer(one.slice(prefix.length));
    }
  };

  const offer = (address) => {
    const link = document.createElement("a");
    [link.href, link.textContent] = [address, line.dataset.wordsWaiting];
    line.append(" ", link);
  };

  const online = () => { save(); sendOthers(); };

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

  const stored = JSON.parse(device.getItem(here));
  if (stored?.sent && document.querySelector(".both, .summary-errors")) device.removeItem(here); // it stands in the page
  else if (stored) {
    fill(stored);
    if (stored.sent) device.setItem(here, JSON.stringify({ ...stored, sent: false })); // it may not have arrived
  }
  if (navigator.onLine) online();
})();
