// Keeps survey pages and what they load, so that a reload without network works. The network comes first: a page says
// whether its survey is open. What a page loads has a name that changes with its content, so it is read from here first.
const PAGES = "pages-1";
const ASSETS = "assets-1";
const PATIENCE = 4000;
// As long as the application offers one.
const DRAFT_LIFE = 86400000;
const isSurvey = (path) => /^\/s\/[0-9a-z]{8}$/i.test(path);
const mentioned = (text) => new Set(text.match(/\/assets\/[\w.-]+/g));

// Nothing here depends on an older version of this file, so a new one takes over at once.
self.addEventListener("install", (event) => {
  // What is sent does not come by here: what a page tells while it goes away would be lost on the way, now and then.
  event.addRoutes?.(["POST", "PUT"].map((requestMethod) => ({ condition: { requestMethod }, source: "network" })))?.catch(() => {});
  self.skipWaiting();
});
self.addEventListener("activate", (event) => event.waitUntil(takeOver()));
self.addEventListener("message", (event) => isSurvey(event.data) && event.waitUntil(keepPage(event.data)));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (request.mode === "navigate" && isSurvey(pathname)) event.respondWith(page(event, pathname));
  else if (pathname.startsWith("/assets/")) event.respondWith(asset(request));
});

async function takeOver() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name !== PAGES && name !== ASSETS).map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function page(event, path) {
  const fresh = fetch(event.request);
  event.waitUntil(fresh.then((answer) => remember(path, answer.clone())).catch(() => {}));
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE));
  const first = await Promise.race([fresh.catch(() => undefined), late]);
  if (first?.status === 410) return (await unfinished(path)) ?? first;
  if (first && first.status < 500) return first;
  return (await caches.match(path, { cacheName: PAGES })) ?? first ?? fresh;
}

// What was begun or finished here before the survey closed is still taken: then the page of that time comes back, marked.
async function unfinished(path) {
  const kept = await caches.match(path, { cacheName: PAGES });
  if (!kept || !(await lies(path))) return;
  const headers = new Headers(kept.headers);
  for (const name of ["content-encoding", "content-length"]) headers.delete(name);
  return new Response((await kept.text()).replace("<html ", "<html data-closed "), { headers });
}

// Whether a fresh draft or an answer that waits lies on this device for the survey.
async function lies(path) {
  const link = path.slice(3).toLowerCase();
  const opening = indexedDB.open("sumberdaya");
  // Nothing was ever kept here: nothing is made, either.
  opening.onupgradeneeded = () => opening.transaction.abort();
  const ended = (request) => new Promise((resolve) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => resolve();
  });
  const database = await ended(opening);
  const all = async (store) => {
    const texts = await ended(database.transaction(store).objectStore(store).getAll());
    return (texts ?? []).map(JSON.parse).filter((one) => one.link === link);
  };
  try {
    const isFresh = ({ saved_at }) => Math.abs(Date.now() - saved_at) < DRAFT_LIFE;
    return (await all("drafts")).some(isFresh) || (await all("waiting")).some(({ refused }) => !refused);
  } catch {
    return false;
  } finally {
    database?.close();
  }
}

async function asset(request) {
  return (await caches.match(request, { cacheName: ASSETS })) ?? fetch(request);
}

// The server does not count a page that is only fetched to be kept as opened.
const keepPage = (path) =>
  fetch(path, { headers: { purpose: "prefetch" } }).then((answer) => remember(path, answer)).catch(() => {});

async function remember(path, answer) {
  const pages = await caches.open(PAGES);
  if (answer.status === 404 || (answer.status === 410 && !(await lies(path)))) await pages.delete(path);
  if (answer.status !== 200 || answer.redirected) return;
  const assets = await caches.open(ASSETS);
  await keep(assets, await answer.clone().text());
  await pages.put(path, answer);
  await sweep(pages, assets);
}

// Everything a text mentions, and what that mentions in turn.
async function keep(assets, text) {
  for (const address of mentioned(text)) {
    if (await assets.match(address)) continue;
    await assets.add(address);
    if (address.endsWith(".js")) await keep(assets, await (await assets.match(address)).text());
  }
}

// What no kept page needs any more.
async function sweep(pages, assets) {
  const needed = new Set();
  const need = async (text) => {
    for (const address of mentioned(text)) {
      if (needed.has(address)) continue;
      needed.add(address);
      if (address.endsWith(".js")) await need(await (await assets.match(address))?.text() ?? "");
    }
  };
  for (const request of await pages.keys()) await need(await (await pages.match(request)).text());
  for (const request of await assets.keys()) {
    if (!needed.has(new URL(request.url).pathname)) await assets.delete(request);
  }
}
