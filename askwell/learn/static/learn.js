// The live page: a clock, and notes that outlive a reload, a crash and a lost network.
// Every keystroke goes to this device first; a note leaves the device's store once the server has said "kept".
"use strict";

const TAB = Math.random().toString(36).slice(2);
const BEGAN = `askwell:began:${form.dataset.keeper}`;
const PAUSE = 700;
const LONGEST_WAIT = 10000;
const MOST_UNANSWERED = 8;

// One note: its box, its tags, the version it was written upon, whether the server has it all, and the sendings
// that no answer came to: the server may have taken any of them.
class Box {
  constructor(details) {
    this.details = details;
    this.key = details.dataset.box;
    this.area = details.querySelector("textarea");
    this.radios = [...details.querySelectorAll("[type=radio]")];
    this.versionField = details.querySelector("[type=hidden]");
    this.complaint = details.querySelector(".wrong");
    this.unsent = false;
    this.refused = false;
    this.unanswered = [];
    this.lastTag = this.tag;
  }
  get text() { return this.area.value; }
  get tag() { return this.radios.find((radio) => radio.checked)?.value ?? ""; }
  set tag(value) {
    for (const radio of this.radios) radio.checked = radio.value === value && value !== "";
    this.lastTag = value;
  }
  get base() { return Number(this.versionField.value); }
  set base(version) { this.versionField.value = version; }
  get isReady() { return this.unsent && !this.refused; }
  get words() { return { text: this.text, tag: this.tag, base: this.base, before: this.unanswered, at: Date.now() }; }

  // Put a text in without moving the words under the writer's cursor.
  put(text) {
    const { selectionStart: start, selectionEnd: end, value: before } = this.area;
    this.area.value = text;
    const shift = Math.max(0, text.indexOf(before));
    if (document.activeElement === this.area) this.area.setSelectionRange(start + shift, end + shift);
  }
  remember() {
    this.unsent = true;
    store.put(NOTES + this.key + ":" + TAB, this.words);
  }
  forget() {
    this.unsent = false;
    store.drop(NOTES + this.key + ":" + TAB);
  }
  complain(words) {
    this.refused = Boolean(words);
    this.complaint.textContent = words;
    this.area.setAttribute("aria-invalid", this.refused);
    if (words) this.details.open = true;
  }
  showSign() {
    const chosen = this.radios.find((radio) => radio.checked && radio.value);
    const place = this.details.querySelector("[data-sign]");
    place.replaceChildren();
    place.className = chosen ? `sign sign--${{ good: "good", bad: "bad" }[chosen.value] ?? "mixed"}` : "";
    if (chosen) place.append(...chosen.nextElementSibling.cloneNode(true).childNodes);
    this.details.classList.toggle("done", Boolean(this.text.trim() || chosen));
  }
  touched() {
    this.complain("");
    this.remember();
    say("kept");
    soon(PAUSE);
  }
  // What goes off now; until its answer comes, what is written next may stand over it.
  handOver() {
    const sent = { ...this.words, sending: Math.random().toString(36).slice(2) };
    this.unanswered = [...sent.before, sent.sending].slice(-MOST_UNANSWERED);
    this.remember();
    return sent;
  }
  post({ text, tag, base, before = [], sending = "" }, options) {
    const question = this.details.dataset.question;
    return post(form.dataset.note, { question, text, tag, base_version: base, sending, before }, options);
  }
  async send() {
    const sent = this.handOver();
    const answer = await this.post(sent, { keepalive: sent.text.length < 15000 });
    const said = await read(answer);
    if (answer.status === 422) {
      if (this.text === sent.text) this.complain(said.wrong);
      return;
    }
    this.accept(sent, said);
  }
  // The server's text differs from what was sent only when another tab or device wrote here too.
  accept(sent, said) {
    const typedOn = this.text !== sent.text || this.tag !== sent.tag;
    if (said.text !== null) {
      if (typedOn && !said.text.includes(sent.text)) return this.remember();
      this.put(typedOn ? said.text.replace(sent.text, () => this.text) : said.text);
      this.complaint.textContent = WORDS.both;
    }
    this.base = said.version;
    this.unanswered = [];
    if (typedOn) return this.remember();
    this.tag = said.tag;
    this.forget();
    latest.put(this.key, this.words);
    this.showSign();
  }
  // This page may have been made just before the server took the words that its own forerunner sent.
  catchUp() {
    const words = latest.take(this.key);
    if (!words || words.base <= this.base) return;
    this.area.value = words.text;
    this.tag = words.tag;
    this.base = words.base;
    this.showSign();
  }
  // Words that a page left behind: a closed tab, a crash, another tab that lost its network.
  async sendLeft(storeKey, words) {
    const answer = await this.post(words);
    if (answer.status === 422) return;
    const said = await read(answer);
    store.drop(storeKey);
    if (this.unsent) return;
    this.put(said.text ?? words.text);
    this.tag = said.tag;
    this.base = said.version;
    this.showSign();
  }
}

const boxes = [...form.querySelectorAll("[data-box]")].map((details) => new Box(details));
const left = [];

// Sending: one round at a time, again soon while something is unsent, ever more slowly while it fails.
let timer = null;
let wait = 1000;
let round = null;
function soon(delay) {
  if (timer === null) timer = setTimeout(() => { timer = null; sendAll(); }, delay);
}
function sendAll() {
  round ??= sendRound().finally(() => { round = null; });
  return round;
}
async function sendRound() {
  if (!left.length && !beginning && !boxes.some((box) => box.isReady)) return;
  try {
    for (; left.length; left.shift()) await left[0].box.sendLeft(left[0].storeKey, left[0].words);
    for (const box of boxes) if (box.isReady) await box.send();
    if (beginning) await begin();
    wait = 1000;
  } catch (fault) {
    if (!(fault instanceof Trouble)) throw fault;
    say(fault.message);
    soon(wait);
    wait = Math.min(wait * 2, LONGEST_WAIT);
    return;
  }
  if (boxes.some((box) => box.isReady)) soon(PAUSE);
  if (boxes.some((box) => box.refused)) say("wrong");
  else say(boxes.some((box) => box.unsent) ? "kept" : "saved");
}

// What this device still holds from before.
function restore() {
  for (const box of boxes) box.catchUp();
  const loose = boxes.at(-1);
  for (const storeKey of store.keys(NOTES)) {
    const words = store.get(storeKey);
    const box = boxes.find((one) => storeKey.startsWith(NOTES + one.key + ":"));
    if (!words) store.drop(storeKey);
    else if (!box) adoptLoose(loose, storeKey, words);
    else if (words.text === box.text && words.tag === box.tag) arrived(box, storeKey, words);
    else if (box.unsent) left.push({ box, storeKey, words });
    else adopt(box, storeKey, words);
  }
  if (left.length || boxes.some((box) => box.unsent)) {
    say("kept");
    soon(0);
  }
}
// The server has these words; a twin of theirs may still be on its way.
function arrived(box, storeKey, words) {
  box.unanswered.push(...(words.before ?? []));
  store.drop(storeKey);
}
function adopt(box, storeKey, words) {
  box.area.value = words.text;
  box.tag = words.tag;
  box.base = words.base;
  box.unanswered = words.before ?? [];
  box.remember();
  box.showSign();
  store.drop(storeKey);
}
// The question was dropped since: its words go to the loose note.
function adoptLoose(box, storeKey, words) {
  box.area.value = [box.text, words.text].filter(Boolean).join("\n");
  box.remember();
  box.showSign();
  store.drop(storeKey);
}

// The clock. It runs from the press of the button, whether or not the server hears of it at once.
const clock = document.getElementById("clock");
const start = document.getElementById("begin");
let beginning = false;
const skew = clock ? Date.now() - Date.parse(clock.dataset.now) : 0;
function beganAt() {
  const known = Date.parse(clock.dataset.began) + skew;
  const here = store.get(BEGAN);
  return here && !(known < here) ? here : known;
}
function tick() {
  const began = beganAt();
  if (!began) return;
  const total = clock.dataset.minutes * 60;
  const remaining = Math.round(total - (Date.now() - began) / 1000);
  const seconds = Math.abs(remaining);
  const figure = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  clock.querySelector("b").textContent = remaining < 0 ? `+${figure}` : figure;
  clock.querySelector("span").textContent = soft(remaining);
  document.getElementById("elapsing").setAttribute("width", `${Math.max(0, Math.min(100, (100 * remaining) / total)).toFixed(2)}%`);
}
function soft(remaining) {
  if (remaining < 0) return "over. Thank them, and let them go.";
  return remaining <= 300 ? "left: time for your last question" : `left of ${clock.dataset.minutes} minutes`;
}
async function begin() {
  await post(start.formAction, {});
  beginning = false;
}
if (clock) {
  beginning = Boolean(store.get(BEGAN)) && !clock.dataset.began;
  if (beginning) {
    start.remove();
    soon(0);
  }
  tick();
  setInterval(tick, 1000);
}

// The buttons: what is written goes first, and nobody is sent to a page that can't be reached.
async function endTalk(button) {
  button.disabled = true;
  await sendAll();
  await sendAll();
  try {
    if (boxes.some((box) => box.unsent) || left.length) return;
    const answer = await post(button.formAction, {});
    if (answer.status === 422) throw new Trouble("unable");
    store.drop(BEGAN);
    location.assign(button.dataset.after);
  } catch (fault) {
    if (!(fault instanceof Trouble)) throw fault;
    say(fault.message);
  } finally {
    button.disabled = false;
  }
}
form.addEventListener("submit", (event) => {
  event.preventDefault();
  if (event.submitter?.id === "begin") {
    store.put(BEGAN, Date.now());
    beginning = true;
    start.remove();
    tick();
    sendAll();
  } else if (event.submitter?.id === "end") endTalk(event.submitter);
  else sendAll();
});

for (const box of boxes) {
  box.area.addEventListener("input", () => box.touched());
  box.details.addEventListener("toggle", () => box.showSign());
  for (const radio of box.radios) {
    // A second tap takes the tag off again.
    radio.addEventListener("click", () => {
      box.tag = box.lastTag === radio.value ? "" : radio.value;
      box.touched();
    });
  }
}
addEventListener("online", () => sendAll());
document.addEventListener("visibilitychange", () => sendAll());
addEventListener("pagehide", () => {
  for (const box of boxes) if (box.isReady) box.post(box.handOver(), { keepalive: true }).catch(() => {});
});
document.documentElement.dataset.theme = "dark";
restore();
