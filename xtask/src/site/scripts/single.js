// Starts the page from one file: unpacks the program and runs it.
const TAGS = [{{tags}}];
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
  const section = (name) => new TextDecoder().decode(WebAssembly.Module.customSections(compiled, name)[0]);
  const style = document.createElement("style");
  style.textContent = section("styles");
  document.getElementById("opening").replaceWith(style);
  // The program looks for the words of its languages in the page.
  for (const tag of TAGS) {
    const words = document.createElement("data");
    words.id = `words-${tag}`;
    words.hidden = true;
    words.textContent = section(words.id);
    document.body.append(words);
  }
  // The content policy knows its hash and lets no other text run.
  const policy = window.trustedTypes?.createPolicy("dossier", { createScript: (it) => it });
  const glue = document.createElement("script");
  glue.text = policy ? policy.createScript(section("glue")) : section("glue");
  document.head.append(glue);
  if (!globalThis.dossierGlue) throw new Error("This browser lets no part of it run.");
  await dossierGlue({ module_or_path: compiled });
})().catch((error) => {
  console.warn(error);
  say(`The page cannot start. ${error.message}`);
  document.querySelector(".loading")?.remove();
  document.getElementById("plain")?.removeAttribute("hidden");
});
