// Small comforts; every page works without them.
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone || "";
document.cookie = "zone=" + encodeURIComponent(zone) + ";path=/;max-age=31536000;samesite=lax";

// A page opened from a letter can't know the reader's zone the first time; it looks again, once.
const shown = document.querySelector("[data-zone-shown]");
if (shown && zone && shown.dataset.zoneShown !== zone && !sessionStorage.getItem("looked-again")) {
  sessionStorage.setItem("looked-again", "1");
  location.reload();
}

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  const find = document.getElementById("q");
  if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || !find || !find.offsetParent) return;
  event.preventDefault();
  find.focus();
});

// Copy what an element holds; the button says that it did.
document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  const source = document.getElementById(button.dataset.copy);
  await navigator.clipboard.writeText(source.value ?? source.innerText);
  const said = button.querySelector("[data-said]") || button;
  said.textContent = "Copied";
});

// Buttons that need a script are shown only where scripts run.
document.documentElement.classList.add("js");
