// The editor's marks lie under a transparent field. This keeps them in step with what is typed, and loses no word.
const field = () => document.getElementById("id_body");
const marks = () => document.getElementById("marks");

// Make the marked text equal to the typed text by changing only what differs, so that marks stay where they are.
function follow() {
  const [under, typed] = [marks(), field()];
  if (!under || !typed) return;
  const [before, after] = [under.textContent, typed.value];
  if (before === after) return;
  let head = 0;
  while (head < before.length && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < Math.min(before.length, after.length) - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  replace(under, head, before.length - tail, after.slice(head, after.length - tail));
}

function replace(under, start, end, words) {
  const range = document.createRange();
  range.setStart(...place(under, start));
  range.setEnd(...place(under, end));
  range.deleteContents();
  const last = range.startContainer;
  if (last.nodeType === Node.TEXT_NODE) last.insertData(range.startOffset, words);
  else range.insertNode(document.createTextNode(words));
}

function place(under, offset) {
  const walker = document.createTreeWalker(under, NodeFilter.SHOW_TEXT);
  let node = walker.nextNode();
  while (node && offset > node.length) {
    offset -= node.length;
    node = walker.nextNode();
  }
  return node ? [node, offset] : [under, under.childNodes.length];
}

function say(words) {
  const note = document.getElementById("kept");
  if (note) note.textContent = words;
}

document.addEventListener("input", (event) => {
  if (event.target.closest("#draft")) {
    follow();
    say("Writing…");
  }
});
document.addEventListener("htmx:afterSwap", follow);
document.addEventListener("htmx:sendError", () => say("Not kept yet: the connection is gone. Your words stay here; keep this page open."));
document.addEventListener("htmx:responseError", () => say("Not kept yet. Your words stay here; press “Keep the draft”."));

// Leaving in the middle of a word: hand over what was typed since the last check set out.
let [typed, sent, kept] = [0, 0, 0];
const ofDraft = (event) => event.target.closest?.("#draft");
document.addEventListener("input", (event) => { if (ofDraft(event)) typed += 1; });
document.addEventListener("htmx:beforeRequest", (event) => { if (ofDraft(event)) sent = typed; });
document.addEventListener("htmx:afterRequest", (event) => { if (ofDraft(event) && event.detail.successful) kept = sent; });
document.addEventListener("submit", () => { kept = typed; });
addEventListener("pagehide", () => {
  const form = document.getElementById("draft");
  if (form && kept < typed) navigator.sendBeacon(form.getAttribute("hx-post"), new FormData(form));
});
