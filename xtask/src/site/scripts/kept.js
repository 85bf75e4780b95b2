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
// Pages of other collections may share the storage: theirs stays. So do the notes, until they are meant.
const forgetKeys = (isMeant) => {
  try {
    for (const name of Object.keys(localStorage)) if (isMeant(name)) localStorage.removeItem(name);
  } catch {}
};
const forget = {
  async forget(site) {
    const own = ["dossier.settings", `dossier.recent.${site}`];
    forgetKeys((it) => own.includes(it) || it.startsWith(`dossier.place.${site}/`));
    await forgetFiles().catch(() => {});
    location.reload();
  },
  async "forget-notes"(site) {
    const notes = `dossier.notes.${site}`;
    if (!confirm("Delete all your notes and stars in this collection? This cannot be undone.")) return;
    forgetKeys((it) => it == notes || it == `${notes}.aside`);
    location.reload();
  },
};
document.addEventListener("click", (event) => forget[event.target.id]?.(event.target.dataset.site));
