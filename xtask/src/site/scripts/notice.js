// The line that says what is going on: a text, and what can be done about it.
const wait = (ms) => new Promise((done) => setTimeout(done, ms));
// What can be seen is there, the program behind it may still be coming.
const drawn = (async () => {
  while (document.readyState == "loading" && !document.getElementById("program")) await wait(10);
})();
const say = async (text, ...ways) => {
  await drawn;
  const notice = document.getElementById("notice");
  notice.hidden = !text;
  notice.replaceChildren(text, ...ways.flatMap((way) => [" ", way]));
};
const button = (label, act) => {
  const it = document.createElement("button");
  it.type = "button";
  it.className = "link";
  it.textContent = label;
  it.addEventListener("click", act);
  return it;
};
