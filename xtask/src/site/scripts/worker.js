// Keeps one version of the page for use without a network: the files that the build lists; of the plain pages and the
// single file those that it lists as well, and what was opened.
// A newer version is kept beside it until the reader asks for it or closes the page.
const SCOPE = registration.scope;
const VERSION = "{{version}}";
const PROGRAM = "{{program}}";
const CACHE = `dossier ${SCOPE} ${VERSION}`;
// Name, type, and SHA-256; the page itself, which a host may touch, is known by the program that it names.
const FILES = {{files}};
const MORE = {{more}};
const INDEX = `${SCOPE}index.html`;
const KNOWN = new Map(FILES.map((file) => [SCOPE + file[0], file]));
// The words of other languages: only those that the page has asked for.
const isOfLanguage = ([name]) => name.startsWith("words-");
const isBeside = (name) => ["text/", "plain-", "dossier.html"].some((it) => name.startsWith(SCOPE + it));
const ABSENT = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Not kept</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1"></head>
<body><p>There is no network, and this browser has not kept this page: it keeps what was opened before.</p>
<p><a href="${SCOPE}">The documents are kept.</a></p></body></html>`;

const hex = (bytes) => Array.from(new Uint8Array(bytes), (it) => it.toString(16).padStart(2, "0")).join("");
const isRight = async (bytes, hash) => hash
  ? hex(await crypto.subtle.digest("SHA-256", bytes)) == hash
  : new TextDecoder().decode(bytes).includes(PROGRAM);

// First as the page has just loaded it, then anew from the server. Most open the page itself by its folder.
const keep = async (cache, [name, type, hash], modes = ["default", "reload"]) => {
  for (const mode of modes) {
    const address = name == "index.html" && mode == "default" ? SCOPE : SCOPE + name;
    const answer = await fetch(address, { cache: mode, mode: "same-origin" });
    const bytes = answer.ok ? await answer.arrayBuffer() : null;
    if (bytes && await isRight(bytes, hash)) {
      const headers = { "Content-Type": type };
      return cache.put(SCOPE + name, new Response(bytes, { headers }));
    }
  }
  throw new Error(`${name} is not of this version`);
};

addEventListener("install", (event) => {
  const all = async () => {
    const cache = await caches.open(CACHE);
    try {
      for (const file of FILES.filter((it) => !isOfLanguage(it))) await keep(cache, file);
      for (const file of FILES.filter(isOfLanguage)) await keep(cache, file, ["only-if-cached"]).catch(() => {});
    } catch (error) {
      await caches.delete(CACHE);
      throw error;
    }
    // A help, not a need.
    await Promise.allSettled(MORE.map((file) => keep(cache, file)));
  };
  event.waitUntil(all());
});

addEventListener("activate", (event) => {
  const tidy = async () => {
    for (const name of await caches.keys()) {
      if (name.startsWith(`dossier ${SCOPE} `) && name != CACHE) await caches.delete(name);
    }
    await clients.claim();
  };
  event.waitUntil(tidy());
});

addEventListener("message", (event) => {
  if (event.data == "now") skipWaiting();
});

addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  url.search = url.hash = "";
  const name = url.href == SCOPE ? INDEX : url.href;
  // "reload" asks for what the server has.
  const beside = isBeside(name);
  if (request.method != "GET" || !(beside || KNOWN.has(name)) || (request.cache == "reload" && request.mode != "navigate")) return;
  const answer = async () => {
    const cache = await caches.open(CACHE);
    const kept = await cache.match(name);
    if (kept) return kept;
    if (KNOWN.has(name) && isOfLanguage(KNOWN.get(name))) {
      await keep(cache, KNOWN.get(name)).catch(() => {});
      return await cache.match(name) ?? fetch(request);
    }
    if (!beside) return fetch(request);
    try {
      const answer = await fetch(request);
      if (answer.status == 200) event.waitUntil(cache.put(name, answer.clone()).catch(() => {}));
      return answer;
    } catch (error) {
      if (request.mode != "navigate") throw error;
      return new Response(ABSENT, { status: 503, headers: { "Content-Type": "text/html; charset=utf-8" } });
    }
  };
  event.respondWith(answer());
});
