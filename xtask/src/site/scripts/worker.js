// Keeps one version of the page for use without a network: the files that the build lists, and nothing else.
// A newer version is kept beside it until the reader asks for it or closes the page.
const SCOPE = registration.scope;
const VERSION = "{{version}}";
const PROGRAM = "{{program}}";
const CACHE = `dossier ${SCOPE} ${VERSION}`;
// Name, type, and SHA-256; the page itself, which a host may touch, is known by the program that it names.
const FILES = {{files}};
const INDEX = `${SCOPE}index.html`;
const KNOWN = new Set(FILES.map(([name]) => SCOPE + name));

const hex = (bytes) => Array.from(new Uint8Array(bytes), (it) => it.toString(16).padStart(2, "0")).join("");
const isRight = async (bytes, hash) => hash
  ? hex(await crypto.subtle.digest("SHA-256", bytes)) == hash
  : new TextDecoder().decode(bytes).includes(PROGRAM);

// What is named by its content first as the page has just loaded it; the rest anew from the server.
const keep = async (cache, [name, type, hash]) => {
  for (const mode of hash ? ["default", "reload"] : ["reload"]) {
    const answer = await fetch(SCOPE + name, { cache: mode });
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
      for (const file of FILES) await keep(cache, file);
    } catch (error) {
      await caches.delete(CACHE);
      throw error;
    }
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
  if (request.method != "GET" || !KNOWN.has(name) || (request.cache == "reload" && request.mode != "navigate")) return;
  const answer = async () => {
    const cache = await caches.open(CACHE);
    return await cache.match(name) ?? fetch(request);
  };
  event.respondWith(answer());
});
