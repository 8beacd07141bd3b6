/* An improvement on a form that works without it: while somebody types what is to be done, ideas that would make it
   clearer appear below. Nothing is stored, and nobody must follow them. */

(() => {
  const PAUSE = 700; // milliseconds without typing

  const listen = (form) => {
    const place = form.querySelector("[data-hints-here]");
    let wait = null;
    let asked = 0;

    const show = (hints) => {
      place.querySelector("ul").replaceChildren(...hints.map((hint) => {
        const item = document.createElement("li");
        item.textContent = hint;
        return item;
      }));
      place.hidden = hints.length === 0;
    };

    const ask = async () => {
      const turn = ++asked;
      if (!form.elements.title.value.trim()) return show([]);
      try {
        const answer = await fetch(form.dataset.hints, { method: "POST", body: new URLSearchParams(new FormData(form)) });
        if (answer.ok && turn === asked) show((await answer.json()).hints);
      } catch {
        /* without a connection there are no ideas */
      }
    };

    form.addEventListener("input", () => {
      clearTimeout(wait);
      wait = setTimeout(ask, PAUSE);
    });
  };

  document.querySelectorAll("form[data-hints]").forEach(listen);
})();
