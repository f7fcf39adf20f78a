import "@testing-library/jest-dom/vitest";
import { cleanup } from "@testing-library/react";
import { afterEach } from "vitest";
import * as z from "zod";

z.config({ jitless: true });

// jsdom brings a Uint8Array of its own realm, which Node's Buffer is not an instance of; the data side needs Node's.
globalThis.Uint8Array = Object.getPrototypeOf(Buffer) as Uint8ArrayConstructor;

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
