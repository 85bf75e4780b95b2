// The first screen stands there before the program: only where the address asks for it, and what is typed
// into it meanwhile is kept.
const root = document.documentElement;
const isHome = () => /^#?\/?$/.test(location.hash);
let typed = null;
const look = async () => {
  if (isHome()) return;
  root.classList.add("elsewhere");
  await drawn;
  document.getElementById("app").replaceChildren();
};
const note = (event) => {
  if (event.target.id == "search") typed = event.target.value;
};
look();
addEventListener("hashchange", look);
document.addEventListener("input", note);
const taken = () => {
  const was = document.activeElement?.id;
  // The program begins with the answer, not with the screen that stands there already.
  const begun = isHome() && typed;
  if (begun) history.replaceState(null, "", `#/?q=${encodeURIComponent(begun)}`);
  return async () => {
    // The program draws when it has the words of its language.
    while (root.hasAttribute("data-waits")) await wait(20);
    removeEventListener("hashchange", look);
    document.removeEventListener("input", note);
    root.classList.remove("elsewhere");
    const field = document.getElementById("search");
    if (!field) return;
    if (was == "search") field.focus();
    if (typed && typed != begun) {
      field.value = typed;
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    }
  };
};
