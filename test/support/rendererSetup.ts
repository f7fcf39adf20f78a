import "@testing-library/jest-dom/vitest";
import { cleanup, configure } from "@testing-library/react";
import { afterEach } from "vitest";
import * as z from "zod";

z.config({ jitless: true });

// The usual second is short for a busy machine; a screen that comes in time is not slowed by it.
configure({ asyncUtilTimeout: 5_000 });

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
