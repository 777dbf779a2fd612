// The one button of the brief that needs a script: print it.
document.addEventListener("click", (event) => {
  if (event.target.closest("[data-print]")) window.print();
});
