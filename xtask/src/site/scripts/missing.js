// Finds the page that this address lies below: the nearest folder with a manifest.
(async () => {
  const parts = location.pathname.split("/");
  for (let n = parts.length - 1; n > 0; n -= 1) {
    const home = `${parts.slice(0, n).join("/")}/`;
    const answer = await fetch(`${home}manifest.webmanifest`, { method: "HEAD" }).catch(() => null);
    if (answer?.ok) {
      document.getElementById("home").href = home;
      return;
    }
  }
})();
