// Keeps the progress bar moving. Without it, the link "Look again" does the same.
const place = document.querySelector("[data-status]");
const bar = place.querySelector("progress");
const words = place.querySelector("[data-words]");

async function look() {
  try {
    const response = await fetch(place.dataset.status, { credentials: "same-origin" });
    const now = await response.json();
    if (!now.moving) {
      location.reload();
      return;
    }
    if (now.total) {
      bar.value = now.percent;
      words.textContent = words.dataset.words.replace("%(done)s", now.done).replace("%(total)s", now.total);
    }
  } catch {
    // the next look may succeed
  }
  setTimeout(look, 2000);
}
setTimeout(look, 1000);
