// The line that says what is going on: a text, and what can be done about it.
const drawn = new Promise((done) => {
  if (document.readyState == "loading") document.addEventListener("DOMContentLoaded", done, { once: true });
  else done();
});
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
