// Starts the page from one file: unpacks the program and runs it.
(async () => {
  await drawn;
  if (typeof WebAssembly != "object" || typeof DecompressionStream != "function") {
    throw new Error("This browser is too old for this file, or parts of it are switched off: it needs WebAssembly and " +
      "DecompressionStream. Chrome and Edge have both from version 80 on, Firefox from 113, Safari from 16.4.");
  }
  const packed = document.getElementById("program");
  const text = packed.textContent.trim();
  packed.remove();
  const bytes = Uint8Array.fromBase64 ? Uint8Array.fromBase64(text) : Uint8Array.from(atob(text), (it) => it.charCodeAt(0));
  const wasm = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  const compiled = await WebAssembly.compile(await new Response(wasm).arrayBuffer());
  await __wbg_init({ module_or_path: compiled });
})().catch((error) => {
  console.warn(error);
  say(`The page cannot start. ${error.message}`);
  document.querySelector(".loading")?.remove();
  document.getElementById("plain")?.removeAttribute("hidden");
});
