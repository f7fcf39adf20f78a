import type { RenderResult } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { CurrentScreen } from "../../renderer/app/CurrentScreen.tsx";
import { renderWithProviders } from "./renderWithProviders.tsx";
import { startTestApp, type TestApp } from "./startTestApp.ts";
import { installTestBridge, type TestBridge } from "./testBridge.ts";

export interface RenderedApp {
  /** The data side: fill it through operations before looking, ask it afterwards. */
  readonly app: TestApp;
  readonly bridge: TestBridge;
  readonly user: UserEvent;
  readonly screen: RenderResult;
  /** The present address, without "#". */
  address(): string;
}

interface RenderOptions {
  /** The day it is. */
  readonly today: string;
  /** A path of routes.ts; the screen that is registered for it appears. */
  readonly path: string;
  /** Fills the file before the screen appears, through operations. */
  readonly given?: (app: TestApp) => Promise<unknown>;
}

/**
 * Shows the screen of a path on the real dispatch and a real database, unlocked and without the sidebar.
 * Close with `app.close()` at the end of the test.
 */
export async function renderApp({ today, path, given }: RenderOptions): Promise<RenderedApp> {
  const app = startTestApp({ today });
  await given?.(app);
  const bridge = installTestBridge((name, input) => app.raw(name, input), today);
  window.location.hash = `#${path}`;
  return { app, bridge, ...renderWithProviders(<CurrentScreen />, today), address };
}

const address = () => window.location.hash.replace(/^#/, "") || "/";
