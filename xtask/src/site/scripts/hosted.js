// Starts the page from a host: loads the program, says how far it is, and what can be done when it does not come.
const GLUE = "{{glue}}";
// A small program begins at the end of the page itself, and goes on in a file that is asked for meanwhile. Its name
// tells versions apart.
const PROGRAM = "{{program}}";
const IS_INSIDE = PROGRAM.endsWith(".part");
const INSIDE = {{inside}};
const REST = "{{rest}}";
const RAW = {{raw}};
const PACKED = {{packed}};
const SLOW = 1200;
const STALLED = 8000;
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

// What is drawn, the browser had time to show; a tab that is not looked at shows nothing.
const shown = drawn.then(() => Promise.race([
  new Promise((done) => requestAnimationFrame(() => setTimeout(done))),
  wait(500),
]));
// And it has told so: what is drawn anew before that counts as the first picture.
const seen = Promise.race([
  shown.then(() => new Promise((done) => {
    if (!globalThis.PerformanceObserver?.supportedEntryTypes?.includes("paint")) return done();
    new PerformanceObserver(done).observe({ type: "paint", buffered: true });
  })),
  wait(1000),
]);

// Lets the page do what else it has to, whenever it was kept from it for a while: a long task keeps it from answering.
const WHILE = 5;
let breathed = 0;
const breath = async () => {
  if (performance.now() - breathed < WHILE) return;
  await new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = done;
    port2.postMessage(null);
  });
  breathed = performance.now();
};
// Bytes: few enough for a slow machine.
const STEP_BY = 1000;
const unpacking = () => {
  const unpack = unpacker();
  const hand = (out, bytes) => {
    if (bytes.length) out.enqueue(bytes);
  };
  return new TransformStream({
    async transform(part, out) {
      for (let at = 0; at < part.length; at += STEP_BY) {
        await breath();
        hand(out, unpack(part.subarray(at, at + STEP_BY), false));
      }
    },
    flush: (out) => hand(out, unpack(new Uint8Array(0), true)),
  });
};

// The beginning of the program, as it comes.
const inside = () => {
  let read = 0;
  let loaded = 0;
  return new ReadableStream({
    async pull(out) {
      await shown;
      const start = loaded;
      while (loaded == start) {
        const isWhole = document.readyState != "loading";
        const text = document.getElementById("program")?.textContent ?? "";
        const known = isWhole ? text.length : text.length - text.length % 5;
        if (known > read) {
          const bytes = bytesOf(text.slice(read, known));
          read = known;
          loaded += bytes.length;
          out.enqueue(bytes);
        }
        if (isWhole) {
          if (loaded != INSIDE) throw new TypeError("The page is cut off.");
          document.getElementById("program").remove();
          return out.close();
        }
        if (loaded == start) await wait(20);
      }
    },
  });
};
const joined = (stream, answer) => {
  const { readable, writable } = new TransformStream();
  stream.pipeTo(writable, { preventClose: true })
    .then(async () => (await answer).body.pipeTo(writable))
    .catch((error) => writable.abort(error).catch(() => {}));
  return readable;
};

// Whatever type the server told, it is a program; and the browser compiles it while it comes.
const compiled = async (stream) => {
  const response = new Response(stream, { headers: { "Content-Type": "application/wasm" } });
  return WebAssembly.compileStreaming ?
    WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
};

// Says how much has come. No browser has to tell that no more will: when nothing has for long, that is said, and what
// still comes is taken.
const counted = (stream, of) => {
  let loaded = 0;
  let isSaid = false;
  const tell = () => {
    isSaid = true;
    const part = Math.min(loaded / RAW, 1);
    say(`Loading the search and the documents: ${Math.floor(part * 100)}% of ${megabytes(of)} MB`);
  };
  const stall = () => {
    isSaid = true;
    say("The page was not loaded completely: the connection broke off, or is very slow.", button("Try again", reload), plain());
  };
  const timer = setTimeout(tell, SLOW);
  let stalling = setTimeout(stall, STALLED);
  const end = () => {
    clearTimeout(timer);
    clearTimeout(stalling);
    if (isSaid) say("");
  };
  const count = new TransformStream({
    transform(part, out) {
      clearTimeout(stalling);
      stalling = setTimeout(stall, STALLED);
      loaded += part.byteLength;
      if (isSaid) tell();
      out.enqueue(part);
    },
    flush: end,
  });
  return { stream: stream.pipeThrough(count), end };
};

// The rest of the program comes when the first part answers, or before it starts where the address asks for more than
// the front page, and where it is kept in this browser: a page that waits inside a call may keep its own worker waiting.
let isFirst = true;
let isGone = false;
const joinRest = async (first) => {
  const rest = await compiled((await fetched(REST)).body.pipeThrough(unpacking()));
  if (first.rest_is_here.value) return;
  await WebAssembly.instantiate(rest, { first });
  first.rest_is_here.value = 1;
};
globalThis.dossierRest = {
  before: (first) => isFirst ? null : joinRest(first),
  // A reader was faster. The program waits inside a call, so this cannot be put off.
  now(first) {
    try {
      const request = new XMLHttpRequest();
      request.open("GET", REST, false);
      request.overrideMimeType("text/plain; charset=x-user-defined");
      request.send();
      if (request.status != 200) throw new Error(`The server answers ${request.status} for ${REST}.`);
      const bytes = Uint8Array.from(request.responseText, (it) => it.charCodeAt(0) & 255);
      new WebAssembly.Instance(new WebAssembly.Module(unpacker()(bytes, true)), { first });
      first.rest_is_here.value = 1;
    } catch (error) {
      // What is said of a newer version stays: whoever is just about to follow it must not lose it.
      if (!isGone) say("This part of the page did not come: the connection broke off.", button("Try again", reload), plain());
      throw error;
    }
  },
};

const load = async (time) => {
  if (typeof WebAssembly != "object") {
    throw new Error("This browser knows no WebAssembly, or it is switched off.");
  }
  const asked = fetched(PROGRAM, time > 0);
  const glue = import(time ? `${GLUE}?${time}` : GLUE);
  for (const it of [asked, glue]) it.catch(() => {});
  // What a host packs by itself has another length on the way.
  const size = IS_INSIDE || !(await asked).headers.get("Content-Encoding") ? RAW : PACKED;
  const { stream, end } = counted(IS_INSIDE ? joined(inside(), asked) : (await asked).body, size);
  let module;
  try {
    // What fails to load tells no reason; asking for it does.
    module = await glue.catch(async (error) => {
      await fetched(GLUE, true);
      throw error;
    });
    const program = await compiled(IS_INSIDE ? stream.pipeThrough(unpacking()) : stream).catch(async (error) => {
      await asked;
      throw error;
    });
    await seen;
    isFirst = isHome() && !navigator.serviceWorker?.controller;
    const live = taken();
    const first = await module.default({ module_or_path: program });
    await live();
    if (!first.rest_is_here.value) joinRest(first).catch((error) => {
      isGone = error instanceof Gone;
      if (isGone) {
        say("A newer version of this page is out, and parts of this one are gone.", button("Show it", reload), plain());
      }
    });
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
    say(what, button("Try again", IS_INSIDE ? reload : () => {
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
