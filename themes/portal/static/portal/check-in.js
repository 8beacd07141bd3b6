/* A check-in that is said without a connection. Only its writer sends it: what they had not sent yet is shown to them
   again, and goes by itself only where they had pressed the button. A shared device keeps nothing. */

(() => {
  const form = document.querySelector("form[data-draft]");
  const line = form?.querySelector("[data-saved]");
  if (!line || !document.body.dataset.person) return;

  const isOwn = form.dataset.draft === "own";
  const isPage = "keeps" in form.dataset; // else the faces on the first page
  const box = drafts.boxOf(form, line, form.dataset.draft, new URL(form.action).pathname + (isPage ? "" : "#tap"));
  const say = (word) => { line.textContent = word ? line.dataset[`words${word}`] : ""; };

  const keep = (more, button) => {
    const pressed = button?.name ? [[button.name, button.value]] : [];
    const id = form.elements.namedItem("request").value;
    try {
      box.keep({ fields: [...drafts.fieldsOf(form), ...pressed], id, ...more });
      return true;
    } catch {
      return false; // the device keeps nothing
    }
  };

  /* It waits for its writer's hand: a face from the first page on the page of its own, where they choose who sees it. */
  const hold = (stored) => {
    const [, face] = stored.fields.find(([name]) => name === "chosen") ?? [];
    const fields = [["face", face], ["request", stored.id]];
    box.keep({ ...stored, sent: false, held: true });
    if (isPage || !box.moveTo(new URL(form.action).pathname, { fields, id: stored.id, held: true })) say("Back");
  };

  const send = async () => {
    const stored = box.read();
    if (stored?.held) hold(stored);
    if (!stored || stored.held) return;
    const answer = await drafts.post(form, form.action, stored.fields, stored.id).catch(() => null);
    if (answer?.status === 200) {
      box.drop();
      location.assign("/");
    } else if (answer) {
      hold(stored);
    }
  };

  const online = async () => {
    say("");
    await send();
    if (await box.sendOthers() && !isPage) location.assign("/"); // it shows what went
  };

  form.addEventListener("input", () => {
    if (isPage && isOwn && !navigator.onLine && keep({ held: true })) say("Draft");
  });
  form.addEventListener("submit", (event) => {
    if (navigator.onLine) {
      if (isPage && isOwn) keep({ sent: true }, event.submitter);
      return;
    }
    event.preventDefault();
    say(isOwn && keep({}, event.submitter) ? "Pressed" : "Stay");
  });
  window.addEventListener("online", online);

  const stored = box.read();
  if (stored && form.querySelector(".summary-errors")) {
    box.drop(); // it stands in the page
  } else {
    if (stored && isPage) {
      drafts.fill(form, stored.fields);
      form.querySelectorAll("details").forEach((one) => { one.open = true; });
    }
    if (stored?.sent) hold(stored); // it may not have arrived: never again unasked
  }
  if (navigator.onLine) online();
})();
