import { cleanup } from "@testing-library/react";
import { afterEach } from "vitest";

// What a browser has and happy-dom only pretends to: Mantine asks for the colour scheme, sizes and scrolling.
window.matchMedia = (query: string): MediaQueryList => {
  const list = new EventTarget();
  return Object.assign(list, {
    matches: false,
    media: query,
    onchange: null,
    addListener: () => undefined,
    removeListener: () => undefined,
  });
};

window.ResizeObserver = class {
  observe() {}
  unobserve() {}
  disconnect() {}
};

Element.prototype.scrollIntoView = () => undefined;

afterEach(() => {
  cleanup();
  window.localStorage.clear();
});
