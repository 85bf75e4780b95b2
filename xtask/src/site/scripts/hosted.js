// Starts the page from a host: loads the program, says how far it is, and what can be done when it does not come.
const GLUE = "{{glue}}";
const PROGRAM = "{{program}}";
const REST = "{{rest}}";
const RAW = {{raw}};
const PACKED = {{packed}};
const SLOW = 1200;
const RELOADED = "dossier.reloaded";

const plain = () => {
  const it = document.createElement("a");
  it.href = "./text/index.html";
  it.textContent = "Read the documents as plain pages";
  return it;
};
const megabytes = (bytes) => (bytes / 1e6).toFixed(1);

// The files of this page are gone from the server: it is a page that some cache kept.
class Gone extends Error {}

const fetched = async (name, isAgain) => {
  const answer = await fetch(name, isAgain ? { cache: "reload" } : {});
  const isPage = answer.headers.get("Content-Type")?.startsWith("text/html");
  if (answer.status == 404 || answer.status == 410 || isPage) throw new Gone(`${name} is not on the server`);
  if (!answer.ok) throw new Error(`The server answers ${answer.status} for ${name}.`);
  return answer;
};

const counted = (answer) => {
  let loaded = 0;
  let isSaid = false;
  const of = answer.headers.get("Content-Encoding") ? PACKED : RAW;
  const tell = () => {
    isSaid = true;
    const part = Math.min(loaded / RAW, 1);
    say(`Loading the search and the documents: ${Math.floor(part * 100)} % of ${megabytes(of)} MB`);
  };
  let timer = setTimeout(tell, SLOW);
  const end = () => {
    clearTimeout(timer);
    timer = null;
    if (isSaid) say("");
  };
  const count = new TransformStream({
    transform(part, out) {
      loaded += part.byteLength;
      if (isSaid) tell();
      out.enqueue(part);
    },
    flush: end,
  });
  // Whatever type the server told, it is a program; and the browser compiles it while it comes.
  const headers = { "Content-Type": "application/wasm" };
  return { response: new Response(answer.body.pipeThrough(count), { headers }), end };
};

// The rest of the program comes when the first part answers, or before it starts where the address asks for more than
// the front page.
const isFront = () => /^#?\/?(\?|$)/.test(location.hash);
const joinRest = async (first) => {
  const bytes = await (await fetched(REST)).arrayBuffer();
  const rest = await WebAssembly.compile(bytes);
  if (first.rest_is_here.value) return;
  await WebAssembly.instantiate(rest, { first });
  first.rest_is_here.value = 1;
};
globalThis.dossierRest = {
  before: (first) => isFront() ? null : joinRest(first),
  // A reader was faster. The program waits inside a call, so this cannot be put off.
  now(first) {
    try {
      const request = new XMLHttpRequest();
      request.open("GET", REST, false);
      request.overrideMimeType("text/plain; charset=x-user-defined");
      request.send();
      if (request.status != 200) throw new Error(`The server answers ${request.status} for ${REST}.`);
      const bytes = Uint8Array.from(request.responseText, (it) => it.charCodeAt(0) & 255);
      new WebAssembly.Instance(new WebAssembly.Module(bytes), { first });
      first.rest_is_here.value = 1;
    } catch (error) {
      say("This part of the page did not come: the connection broke off.", button("Try again", reload), plain());
      throw error;
    }
  },
};

const load = async (time) => {
  if (typeof WebAssembly != "object") {
    throw new Error("This browser knows no WebAssembly, or it is switched off.");
  }
  const glue = import(time ? `${GLUE}?${time}` : GLUE);
  glue.catch(() => {});
  const { response, end } = counted(await fetched(PROGRAM, time > 0));
  let module;
  try {
    // What fails to load tells no reason; asking for it does.
    module = await glue.catch(async (error) => {
      await fetched(GLUE, true);
      throw error;
    });
    const compiled = await (WebAssembly.compileStreaming ?
      WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer()));
    const live = taken();
    const first = await module.default({ module_or_path: compiled });
    await live();
    if (!first.rest_is_here.value) joinRest(first).catch(() => {});
  } finally {
    end();
  }
};

const reload = async () => {
  await forgetFiles().catch(() => {});
  location.reload();
};
// Once: a server that goes on handing out the old page would never come to an end.
const mayReload = () => {
  try {
    if (sessionStorage.getItem(RELOADED)) return false;
    sessionStorage.setItem(RELOADED, "1");
    return true;
  } catch {
    return false;
  }
};

const start = async (time) => {
  try {
    await load(time);
    try {
      sessionStorage.removeItem(RELOADED);
    } catch {}
    keep().catch(() => {});
  } catch (error) {
    console.warn(error);
    if (error instanceof Gone) {
      const answer = await fetch(location.pathname, { cache: "reload" }).catch(() => null);
      const isNewer = answer?.ok && !(await answer.text().catch(() => PROGRAM)).includes(PROGRAM);
      if (isNewer && mayReload()) {
        say("A newer version of this page is out. Loading it …");
        return reload();
      }
      say("A part of this page is missing on the server, which may just be getting a new version. Try again in a few minutes.",
        button("Try again", reload), plain());
      return;
    }
    const isOffline = error instanceof TypeError || !navigator.onLine;
    const what = isOffline ? "The page was not loaded completely: the connection broke off." :
      `The page cannot start. ${error.message}`;
    say(what, button("Try again", () => {
      say("Loading …").then(() => start(time + 1));
    }), plain());
  }
};

// Keeps the page for use without a network, and says when a newer one is ready. Nothing reloads by itself.
const keep = async () => {
  const workers = navigator.serviceWorker;
  if (!workers || !location.protocol.startsWith("http")) return;
  await say("");
  const policy = window.trustedTypes?.createPolicy("dossier", { createScriptURL: () => "./sw.js" });
  const kept = await workers.register(policy ? policy.createScriptURL("") : "./sw.js", { scope: "./" });
  const offer = (worker) => {
    if (!worker || !workers.controller) return;
    say("A new version of this page is ready.", button("Show it", () => {
      workers.addEventListener("controllerchange", () => location.reload(), { once: true });
      worker.postMessage("now");
    }), button("Later", () => say("")));
  };
  const watch = (worker) => worker?.addEventListener("statechange", () => {
    if (worker.state == "installed") offer(worker);
  });
  offer(kept.waiting);
  watch(kept.installing);
  kept.addEventListener("updatefound", () => watch(kept.installing));
};

start(0);
