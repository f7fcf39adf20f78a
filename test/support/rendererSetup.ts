import "@testing-library/jest-dom/vitest";
import { cleanup } from "@testing-library/react";
import { afterEach } from "vitest";
import * as z from "zod";

z.config({ jitless: true });

afterEach(() => {
  cleanup();
  window.location.hash = "";
});

// jsdom has no layout: React Aria asks for these.
Element.prototype.scrollIntoView ??= () => undefined;
window.matchMedia ??= (media) => ({
  matches: false,
  media,
  onchange: null,
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
  addListener: () => undefined,
  removeListener: () => undefined,
  dispatchEvent: () => false,
});
