// Measures how the built page opens, beside other tools' pages with the same text; prints a table.
//
//   npm install && node opening.mjs PAGE TEXT [RUNS]
//
// PAGE is the folder of a built page of one document, TEXT that document. CHROME names the browser. Every page is served
// from this machine as a static host would, with gzip; the browser is as slow as a phone: processor four times slower,
// network as a slow 4G. The pages take turns, each time in a browser that knows nothing. "First answer" is the first
// keystroke answered (a timeline: the first step), as soon as there is something to type into.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { serve } from "./serve.mjs";

const [page, text, runs = "15"] = process.argv.slice(2);
if (!page || !text) {
  console.error("usage: node opening.mjs PAGE TEXT [RUNS]");
  process.exit(2);
}
const here = fileURLToPath(new URL(".", import.meta.url));
const modules = (name) => join(here, "node_modules", name);
const work = mkdtempSync(join(tmpdir(), "opening-"));
const paragraphs = readFileSync(text, "utf8").split(/\n+/).map((it) => it.trim()).filter(Boolean);
const escape = (it) => it.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");
const body = paragraphs.map((it) => `<p>${escape(it)}</p>`).join("\n");
// Asked for: the most frequent of the text's longer words.
const counts = new Map();
for (const it of paragraphs.join(" ").toLowerCase().match(/\b[a-z]{6,}\b/g) ?? []) counts.set(it, (counts.get(it) ?? 0) + 1);
const [word] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
if (!word) throw new Error(`${text} has no word to search for`);

const run = (program, args, cwd = work) => {
  const done = spawnSync(program, args, { cwd, encoding: "utf8" });
  if (done.status != 0) throw new Error(`${program} ${args.join(" ")}: ${done.stderr || done.stdout}`);
};
const folder = (name) => {
  const it = join(work, name);
  mkdirSync(it, { recursive: true });
  return it;
};
const head = "<!doctype html><html lang=en><meta charset=utf-8><meta name=viewport content='width=device-width'><title>Text</title>";

const pages = {
  "this page": () => resolve(page),
  "its markup without script": () => {
    const it = folder("static");
    const html = readFileSync(join(page, "index.html"), "utf8")
      .replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, "")
      .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, "")
      .replace(/<link rel="(?:manifest|alternate|preload|modulepreload)"[^>]*>/g, "");
    writeFileSync(join(it, "index.html"), html);
    return it;
  },
  "Pagefind": () => {
    const it = folder("pagefind");
    writeFileSync(join(it, "index.html"), `${head}
      <link href="./pagefind/pagefind-ui.css" rel=stylesheet><script src="./pagefind/pagefind-ui.js"></script>
      <div id=search></div><main data-pagefind-body><h1>Text</h1>${body}</main>
      <script>addEventListener("DOMContentLoaded", () => new PagefindUI({ element: "#search" }));</script>`);
    run(process.execPath, [modules("pagefind/lib/runner/bin.cjs"), "--site", it]);
    return it;
  },
  "TimelineJS3": () => {
    const it = folder("timeline");
    cpSync(modules("@knight-lab/timelinejs/dist"), join(it, "dist"), { recursive: true });
    const events = paragraphs.map((it, n) => ({ start_date: { year: 2025, month: 7, day: n + 1 }, text: { text: escape(it) } }));
    writeFileSync(join(it, "index.html"), `${head}
      <link href="./dist/css/timeline.css" rel=stylesheet><script src="./dist/js/timeline.js"></script>
      <div id=line style="height:90vh"></div>
      <script>new TL.Timeline("line", ${JSON.stringify({ events })});</script>`);
    return it;
  },
  "TiddlyWiki": () => {
    const it = folder("wiki");
    writeFileSync(join(it, "tiddlywiki.info"), JSON.stringify({ themes: ["tiddlywiki/vanilla", "tiddlywiki/snowwhite"] }));
    mkdirSync(join(it, "tiddlers"), { recursive: true });
    writeFileSync(join(it, "tiddlers", "text.tid"), `title: Text\n\n${paragraphs.join("\n\n")}\n`);
    writeFileSync(join(it, "tiddlers", "first.tid"), "title: $:/DefaultTiddlers\n\nText\n");
    run(process.execPath, [modules("tiddlywiki/tiddlywiki.js"), it, "--output", it, "--render", "$:/core/save/all", "index.html", "text/plain"]);
    return it;
  },
};

// In each page: when there is something to type into (or to step with), do it once; then wait for what it changes.
const answers = {
  "this page": { field: "#search", done: `/^[1-9]\\d* of /.test(document.querySelector("[role=status]")?.textContent)` },
  "Pagefind": { field: ".pagefind-ui__search-input", done: `/result/.test(document.querySelector(".pagefind-ui__message")?.textContent)` },
  "TimelineJS3": { step: ".tl-slidenav-next", done: `!!document.querySelector(".tl-slidenav-previous")?.offsetParent` },
  "TiddlyWiki": { field: ".tc-sidebar-search input[type=search]", done: `!!document.querySelector(".tc-search-results a")` },
};

const watch = ({ word, answer }) => {
  const seen = { shift: 0 };
  globalThis.seen = seen;
  new PerformanceObserver((list) => {
    for (const it of list.getEntries()) if (it.name == "first-contentful-paint") seen.paint = it.startTime;
  }).observe({ type: "paint", buffered: true });
  new PerformanceObserver((list) => {
    for (const it of list.getEntries()) if (!seen.typed) seen.shift += it.value;
  }).observe({ type: "layout-shift", buffered: true });
  if (!answer) return;
  const isDone = new Function(`return ${answer.done};`);
  const timer = setInterval(() => {
    if (!document.body) return;
    if (!seen.typed) {
      const it = document.querySelector(answer.field ?? answer.step);
      if (!it || answer.step && !it.offsetParent) return;
      seen.typed = performance.now();
      if (answer.step) return it.click();
      it.focus();
      document.execCommand("insertText", false, word);
    } else if (isDone()) {
      clearInterval(timer);
      requestAnimationFrame(() => setTimeout(() => seen.answer = performance.now()));
    }
  }, 20);
};

const measure = async (browser, url, answer) => {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 }, bypassCSP: true, serviceWorkers: "block" });
  try {
    const page = await context.newPage();
    const wire = await context.newCDPSession(page);
    await wire.send("Network.enable");
    await wire.send("Network.emulateNetworkConditions", { offline: false, latency: 562.5, downloadThroughput: 1474560 / 8, uploadThroughput: 675000 / 8 });
    await wire.send("Emulation.setCPUThrottlingRate", { rate: 4 });
    await page.addInitScript(watch, { word, answer });
    await page.goto(url, { waitUntil: "commit" });
    await page.waitForFunction((isAnswered) => seen.paint && (!isAnswered || seen.answer), !!answer, { timeout: 60000, polling: 100 });
    return await page.evaluate(() => seen);
  } finally {
    await context.close();
  }
};

const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];
const browser = await chromium.launch({ executablePath: process.env.CHROME ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
const found = {};
const servers = [];
try {
  const urls = {};
  for (const [name, build] of Object.entries(pages)) {
    const { server, url } = await serve(build());
    servers.push(server);
    [urls[name], found[name]] = [url, []];
  }
  for (let n = 0; n < Number(runs); n++) {
    for (const [name, url] of Object.entries(urls)) {
      found[name].push(await measure(browser, url, answers[name]).catch((error) => {
        throw new Error(`${name}: ${error.message}`);
      }));
    }
  }
} finally {
  await browser.close();
  for (const it of servers) it.close();
  rmSync(work, { recursive: true });
}
const rows = {
  "first contentful paint, ms": (it) => it.paint,
  "first answer, ms": (it) => it.answer,
  "layout shift before it": (it) => it.shift,
};
const names = Object.keys(found);
console.log(`median of ${runs}\n\n| | ${names.join(" | ")} |\n|---|${"---:|".repeat(names.length)}`);
for (const [label, value] of Object.entries(rows)) {
  const cells = names.map((name) => {
    const it = median(found[name].map(value).filter((it) => it != null));
    return it == null ? "–" : label.startsWith("layout") ? it.toFixed(3) : Math.round(it).toLocaleString("en");
  });
  console.log(`| ${label} | ${cells.join(" | ")} |`);
}
