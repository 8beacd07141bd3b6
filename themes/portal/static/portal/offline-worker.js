/* Shows the page for "no connection" where a page cannot be fetched. It keeps the files of SHELF, which are anybody's,
   and never a page of a person. NAME and SHELF are written above by the server. */

const DAY = 24 * 60 * 60 * 1000; // milliseconds

const kept = (address) => caches.match(address, { cacheName: NAME, ignoreVary: true });

/* Asked without cookies: what is kept is what a visitor would get. */
const keep = async (address, from = address) => {
  const answer = await fetch(from, { credentials: "omit" });
  if (answer.ok && !answer.redirected) await (await caches.open(NAME)).put(address, answer);
};

const fill = () => Promise.all(SHELF.map((address) => keep(address)));

/* The page speaks as its reader does now, and its numbers are of today. A worker for each language would be a change of
   workers at each change of language, and a page that is opened just then can hang. */
const speak = async (language) => {
  const page = await kept(SHELF[0]);
  const isNew = Date.now() - Date.parse(page?.headers.get("Date")) < DAY;
  if (!isNew || page.headers.get("Content-Language") !== language) await keep(SHELF[0], `${SHELF[0]}?language=${language}`);
};

const tidy = async () => {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith("leavingwell-") && name !== NAME).map((name) => caches.delete(name)));
};

const instead = (request, address) => fetch(request).catch(async () => (await kept(address)) ?? Response.error());

/* A newer one waits until no page of the older one is open: taking over in the middle can leave a page hanging. */
self.addEventListener("install", (event) => event.waitUntil(fill()));
self.addEventListener("activate", (event) => event.waitUntil(tidy()));
self.addEventListener("message", (event) => event.waitUntil(speak(event.data.language).catch(() => {})));
self.addEventListener("fetch", (event) => {
  const address = new URL(event.request.url);
  if (event.request.method !== "GET" || address.origin !== self.location.origin) return;
  if (event.request.mode === "navigate") event.respondWith(instead(event.request, SHELF[0]));
  else if (SHELF.indexOf(address.pathname) > 0) event.respondWith(instead(event.request, address.pathname));
});
