// Measures how long a page of many documents takes from a key or a click to the next picture; prints a table.
//
//   npm install && node answering.mjs PAGE [ROUNDS]
//
// PAGE is the folder of a built page. CHROME names the browser. Times are those of the Event Timing API, which rounds up to
// 8 ms and tells nothing below 16; once at the machine's own speed and once with the processor four times slower. A round is
// one of four searches typed letter by letter, three filters of its results switched on and off, and one result opened.
import { chromium } from "playwright-core";
import { serve } from "./serve.mjs";

const [folder, rounds = "8"] = process.argv.slice(2);
if (!folder) {
  console.error("usage: node answering.mjs PAGE [ROUNDS]");
  process.exit(2);
}
const SEARCHES = ["president", "island of", "church music", "water"];
const N_FILTERS = 3;
const COUNTS = `/passage/.test(document.querySelector("[role=status]")?.textContent)`;

const watch = () => {
  globalThis.seen = [];
  new PerformanceObserver((list) => {
    for (const { interactionId, duration } of list.getEntries()) if (interactionId) seen.push([interactionId, duration]);
  }).observe({ type: "event", durationThreshold: 16, buffered: true });
};

const measure = async (browser, url, slowed) => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 860 }, bypassCSP: true });
  await page.addInitScript(watch);
  await page.goto(url);
  await page.waitForFunction(COUNTS, null, { timeout: 120000 });
  await page.waitForTimeout(4000);
  const wire = await page.context().newCDPSession(page);
  await wire.send("Emulation.setCPUThrottlingRate", { rate: slowed });
  const found = { "typing a letter": [], "switching a filter": [], "opening a document": [] };
  // An interaction is several events; the longest counts. What lasted less than 16 ms is not told.
  const after = async (kind, act) => {
    await page.evaluate(() => seen.length = 0);
    await act();
    await page.waitForTimeout(700 * Math.max(1, slowed / 2));
    const events = await page.evaluate(() => seen);
    found[kind].push(Math.max(8, ...events.map(([, duration]) => duration)));
  };
  for (let n = 0; n < Number(rounds); n++) {
    await page.evaluate(() => location.hash = "#/");
    await page.waitForTimeout(1500);
    await page.focus("#search");
    for (const letter of SEARCHES[n % SEARCHES.length]) {
      await after("typing a letter", () => page.keyboard.press(letter == " " ? "Space" : letter));
    }
    for (let idx = 0; idx < N_FILTERS; idx++) {
      for (const _ of ["on", "off"]) {
        await after("switching a filter", () => page.locator(".facet input[type=checkbox]").nth(idx).click());
      }
    }
    await after("opening a document", () => page.locator("main a[href^=\"#/doc/\"]").first().click());
  }
  await page.close();
  return found;
};

const { server, url } = await serve(folder);
const browser = await chromium.launch({ executablePath: process.env.CHROME ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
try {
  const [own, slowed] = [await measure(browser, url, 1), await measure(browser, url, 4)];
  const numbers = (list) => {
    const sorted = [...list].sort((a, b) => a - b);
    return `${sorted[sorted.length >> 1]} / ${sorted.at(-1)}`;
  };
  console.log("median / worst, ms\n\n| | now | processor slowed four times | times |\n|---|---:|---:|---:|");
  for (const [kind, list] of Object.entries(own)) {
    console.log(`| ${kind} | ${numbers(list)} | ${numbers(slowed[kind])} | ${list.length} |`);
  }
} finally {
  await browser.close();
  server.close();
}
