/* What waits on this device until it can be sent. `leavingwell:<person>:<address>` holds the fields of one form and the
   key under which they are sent until they arrive; `held`: its writer has not pressed the button yet; `sent`: they have,
   and it may have arrived (waiting.js throws it away when it has). */

const drafts = (() => {
  const NOT_KEPT = ["csrfmiddlewaretoken", "kept_by"];
  const prefix = `leavingwell:${document.body.dataset.person}:`;

  const deviceOf = (whose) => {
    try {
      return whose === "own" ? localStorage : sessionStorage;
    } catch {
      return { length: 0, getItem: () => null, setItem() {}, removeItem() {} };
    }
  };

  const newId = () => {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  };

  const fieldsOf = (form) => [...new FormData(form)].filter(([name]) => !NOT_KEPT.includes(name));

  const fill = (form, fields) => {
    form.querySelectorAll("input:is([type=radio],[type=checkbox])").forEach((one) => { one.checked = false; });
    for (const [name, value] of fields) {
      for (const one of form.querySelectorAll(`:is(input,textarea)[name="${CSS.escape(name)}"]`)) {
        if (["radio", "checkbox"].includes(one.type)) one.checked ||= one.value === value;
        else one.value = value;
      }
    }
  };

  /* In the background, with the marks of the form that stands on this page. */
  const post = (form, address, content, id) => {
    const body = new URLSearchParams(content);
    for (const name of NOT_KEPT) body.set(name, form.elements.namedItem(name).value);
    body.set("background", "1");
    body.set("request", id);
    return fetch(address, { method: "POST", body, headers: { Accept: "application/json" }, redirect: "manual" });
  };

  const boxOf = (form, line, whose, address) => {
    const device = deviceOf(whose);
    const here = prefix + address;

    const offer = (other) => {
      const link = document.createElement("a");
      [link.href, link.textContent] = [other, line.dataset.wordsWaiting];
      line.append(" ", link);
    };

    return {
      read: () => JSON.parse(device.getItem(here)),
      keep: (entry) => device.setItem(here, JSON.stringify(entry)),
      drop: () => device.removeItem(here),
      /* To another page's form, if nothing waits there. */
      moveTo: (other, entry) => {
        if (device.getItem(prefix + other)) return false;
        device.setItem(prefix + other, JSON.stringify(entry));
        device.removeItem(here);
        return true;
      },
      /* Forms of other pages that were filled in without a connection; whether any went. */
      sendOthers: async () => {
        let went = false;
        for (const one of Object.keys(device).filter((name) => name.startsWith(prefix) && name !== here)) {
          const [stored, other] = [JSON.parse(device.getItem(one)), one.slice(prefix.length)];
          if (stored.held || stored.sent) { offer(other); continue; }
          const answer = await post(form, other, stored.fields, stored.id).catch(() => null);
          if (answer?.status === 200) {
            device.removeItem(one);
            went = true;
          } else if (answer) offer(other);
        }
        return went;
      },
    };
  };

  return { boxOf, fieldsOf, fill, newId, post };
})();
