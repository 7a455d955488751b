// Runs before the first paint, as a file because the content policy forbids inline scripts: without it a reader who
// chose dark would see a white flash. Key and values are those of ClienteleProvider's colour scheme manager.
(function () {
  var chosen = null;
  try {
    chosen = window.localStorage.getItem("clientele.colorScheme");
  } catch {
    // Storage can be switched off; then the system decides.
  }
  var dark = chosen === "dark" || (chosen !== "light" && window.matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.setAttribute("data-mantine-color-scheme", dark ? "dark" : "light");
})();
