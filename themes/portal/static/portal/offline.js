/* The page for "no connection": opens the page that was wanted as soon as there is one. */

const EVERY = 5000; // milliseconds

const tryAgain = async () => {
  const answer = await fetch("/offline/", { method: "HEAD", cache: "no-store" }).catch(() => null);
  if (answer?.ok) location.reload();
};

document.querySelector("[data-again]")?.addEventListener("click", (event) => {
  event.preventDefault();
  location.reload();
});
window.addEventListener("online", tryAgain);
setInterval(tryAgain, EVERY);
