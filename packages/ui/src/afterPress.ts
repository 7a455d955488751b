let pressed = false;

if (typeof window !== "undefined") {
  window.addEventListener("pointerdown", () => (pressed = true), true);
  for (const end of ["pointerup", "pointercancel"]) window.addEventListener(end, () => (pressed = false), true);
}

/**
 * Runs at once, or, while a mouse button or finger is down, as soon as it is lifted and its click is done. Pressing a
 * button takes the focus from a field: an error that appeared right then would push the button from under the pointer,
 * and the press would be lost.
 */
export function afterPress(run: () => void): void {
  if (!pressed) {
    run();
    return;
  }
  const once = new AbortController();
  const lifted = () => {
    once.abort();
    setTimeout(run);
  };
  for (const end of ["pointerup", "pointercancel"]) window.addEventListener(end, lifted, { signal: once.signal });
}
