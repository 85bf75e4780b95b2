// Starts the page from one file: unpacks the program and runs it.
(async () => {
  await drawn;
  const packed = document.getElementById("program");
  const isLzma = packed.type == "application/x-lzma";
  if (typeof WebAssembly != "object" || !isLzma && typeof DecompressionStream != "function") {
    throw new Error("This browser is too old for this file, or parts of it are switched off: it needs WebAssembly and " +
      "DecompressionStream. Chrome and Edge have both from version 80 on, Firefox from 113, Safari from 16.4.");
  }
  const text = packed.textContent.trim();
  packed.remove();
  const bytes = bytesOf(text);
  const gunzipped = () => new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
  const compiled = await WebAssembly.compile(isLzma ? unpacker()(bytes, true) : await gunzipped());
  const style = document.createElement("style");
  style.textContent = new TextDecoder().decode(WebAssembly.Module.customSections(compiled, "styles")[0]);
  document.getElementById("opening").replaceWith(style);
  await __wbg_init({ module_or_path: compiled });
})().catch((error) => {
  console.warn(error);
  say(`The page cannot start. ${error.message}`);
  document.querySelector(".loading")?.remove();
  document.getElementById("plain")?.removeAttribute("hidden");
});
