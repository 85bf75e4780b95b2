// What this browser keeps of the page: what the reader made, and the files for use without a network.
// Other pages of the same origin keep theirs.
const forgetFiles = async () => {
  if (!("serviceWorker" in navigator) || !("caches" in window)) return;
  const scope = new URL("./", location.href).href;
  const kept = await navigator.serviceWorker.getRegistration(scope);
  if (kept?.scope == scope) await kept.unregister();
  for (const name of await caches.keys()) {
    if (name.startsWith(`dossier ${scope} `)) await caches.delete(name);
  }
};
const forgetAll = async () => {
  for (const store of ["localStorage", "sessionStorage"]) {
    try {
      const names = Object.keys(window[store]).filter((it) => it.startsWith("dossier."));
      for (const name of names) window[store].removeItem(name);
    } catch {}
  }
  await forgetFiles().catch(() => {});
};
document.addEventListener("click", async (event) => {
  if (event.target.id != "forget") return;
  await forgetAll();
  location.reload();
});
