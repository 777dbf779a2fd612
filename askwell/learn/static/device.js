// What the live page stands on: a store on this device, a line that says where the words are, a way to the server.
"use strict";

const form = document.getElementById("notes");
const NOTES = `askwell:note:${form.dataset.keeper}:`;

const WORDS = {
  kept: "Kept on this device.",
  saved: "Saved.",
  offline: "No connection. Your words are kept on this device and will be sent.",
  out: "You are signed out. Your words are kept on this device: open the address Askwell prints, then come back here.",
  unable: "Askwell can’t save just now. Your words are kept on this device, and it keeps trying.",
  wrong: "One note is not saved yet: see the words under it. It is kept on this device.",
  both: "This note was changed in another place too. Both texts are here now.",
  fragile: "This browser keeps no copy. Stay on this page until it says “Saved.”",
};

const store = {
  works: true,
  put(key, value) {
    try { localStorage.setItem(key, JSON.stringify(value)); } catch { this.works = false; }
  },
  get(key) {
    try { return JSON.parse(localStorage.getItem(key)); } catch { return null; }
  },
  drop(key) {
    try { localStorage.removeItem(key); } catch { this.works = false; }
  },
  keys(prefix) {
    try { return Object.keys(localStorage).filter((key) => key.startsWith(prefix)); } catch { return []; }
  },
};

// What the server took last, for the next load of this very tab.
const latest = {
  put(key, words) {
    try { sessionStorage.setItem(NOTES + key, JSON.stringify(words)); } catch { /* the page is then as old as it is */ }
  },
  take(key) {
    try {
      const words = JSON.parse(sessionStorage.getItem(NOTES + key));
      sessionStorage.removeItem(NOTES + key);
      return words;
    } catch { return null; }
  },
};

// What the page says about the notes: always in sight, read aloud only when something is amiss.
const kept = document.getElementById("kept");
const trouble = document.getElementById("trouble");
function say(state) {
  const words = state === "kept" && !store.works ? WORDS.fragile : WORDS[state];
  if (kept.textContent !== words) kept.textContent = words;
  const aloud = state === "kept" || state === "saved" ? "" : words;
  if (trouble.textContent !== aloud) trouble.textContent = aloud;
  kept.dataset.state = state;
}

class Trouble extends Error {}

async function ask(url, options) {
  try { return await fetch(url, options); } catch { throw new Trouble("offline"); }
}

// A sign-in elsewhere makes this page's safety mark stale; a fresh copy of the page holds the new one.
async function renewMark() {
  const answer = await ask(location.pathname, { headers: { Accept: "text/html" } });
  if (answer.status === 401) throw new Trouble("out");
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  const mark = fresh.querySelector("#notes [name=csrfmiddlewaretoken]");
  if (!mark) throw new Trouble("unable");
  form.elements.csrfmiddlewaretoken.value = mark.value;
}

async function post(url, fields, options = {}) {
  const send = () => {
    const body = new FormData();
    body.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one);
    return ask(url, { method: "POST", body, redirect: "manual", ...options });
  };
  let answer = await send();
  if (answer.status === 403) {
    await renewMark();
    answer = await send();
  }
  if (answer.status === 401) throw new Trouble("out");
  if (answer.ok || answer.status === 422 || answer.type === "opaqueredirect") return answer;
  throw new Trouble("unable");
}

async function read(answer) {
  try { return await answer.json(); } catch { throw new Trouble("unable"); }
}
