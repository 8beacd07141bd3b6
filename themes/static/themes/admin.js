// While colours are chosen: the code beside each, the picture above, and what people could not read. Saving checks again.
(() => {
  const told = document.getElementById("theme-contrast");
  if (!told) return;
  const { pairs, colours, names, fields, words } = JSON.parse(told.textContent);
  const preview = document.querySelector(".theme-preview__page");
  const inputs = Object.fromEntries(
    Object.entries(fields).map(([role, field]) => [role, document.getElementById(`id_${field}`)]).filter(([, input]) => input),
  );

  const share = (channel) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4);
  const luminance = (colour) => {
    const [red, green, blue] = [1, 3, 5].map((start) => share(parseInt(colour.slice(start, start + 2), 16) / 255));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const ratio = (one, other) => {
    const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const sixDigits = (colour) => (colour.length === 4 ? colour.replace(/[^#]/g, "$&$&") : colour);

  function problemsOf(role) {
    return pairs
      .filter(([front, back]) => (front in inputs ? front : back) === role)
      .map(([front, back, least]) => [role === front ? back : front, ratio(colours[front], colours[back]), least])
      .filter(([, found, least]) => found < least)
      .map(([other, found, least]) => `“${names[other]}” (${(Math.floor(found * 100) / 100).toFixed(2)} ${words.needs} ${least})`);
  }

  function show() {
    for (const [role, input] of Object.entries(inputs)) {
      colours[role] = input.value;
      preview.style.setProperty(`--${role}`, input.value);
    }
    for (const [role, { code, problem }] of Object.entries(parts)) {
      if (code !== document.activeElement) code.value = inputs[role].value;
      const found = problemsOf(role);
      const sentence = found.length ? `${words.close} ${found.join(", ")}.` : "";
      if (problem.textContent !== sentence) problem.textContent = sentence;
    }
  }

  function beside(input) {
    const code = Object.assign(document.createElement("input"), { type: "text", className: "theme-code", maxLength: 7, spellcheck: false });
    code.setAttribute("aria-label", `${input.labels[0].innerText.replace("*", "").trim()}: ${words.code}`);
    const problem = Object.assign(document.createElement("p"), { className: "theme-problem" });
    problem.setAttribute("role", "status");
    code.addEventListener("input", () => {
      if (!/^#[0-9a-f]{6}$/i.test(code.value)) return;
      input.value = code.value;
      input.dispatchEvent(new Event("input", { bubbles: true }));
    });
    code.addEventListener("change", show); // what is no colour gives way to the colour that is set
    input.addEventListener("input", show);
    input.after(code, problem);
    return { code, problem };
  }

  for (const role of Object.keys(colours)) colours[role] = sixDigits(colours[role]);
  const parts = Object.fromEntries(Object.entries(inputs).map(([role, input]) => [role, beside(input)]));
  show();
})();
