// The clock of a rehearsal: it counts up, and its seconds go along with "I said it".
const clock = document.querySelector("[data-clock]");
const kept = document.querySelector("[data-kept-seconds]");
let begun = 0;
let ticking = 0;

function passed() {
  return Math.round((Date.now() - begun) / 1000);
}

function draw() {
  const seconds = passed();
  clock.querySelector("[data-seconds]").textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

function start(button) {
  begun = Date.now();
  draw();
  ticking = setInterval(draw, 250);
  button.textContent = "Stop";
  clock.querySelector("[data-state]").textContent = "Slowly.";
}

function stop(button) {
  clearInterval(ticking);
  ticking = 0;
  draw();
  kept.value = Math.max(1, passed());
  button.textContent = "Once more";
  clock.querySelector("[data-state]").textContent = "Slower is fine.";
}

clock?.querySelector("[data-start]").addEventListener("click", (event) => {
  if (ticking) stop(event.currentTarget);
  else start(event.currentTarget);
});

// Pressed while the clock still runs: it stops there.
kept?.form.addEventListener("submit", () => {
  if (ticking) stop(clock.querySelector("[data-start]"));
});
