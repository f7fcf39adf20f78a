import { QueryClientProvider } from "@tanstack/react-query";
import { type RenderResult, render } from "@testing-library/react";
import { type UserEvent, userEvent } from "@testing-library/user-event";
import type { ReactNode } from "react";
import { Router } from "wouter";
import { useHashLocation } from "wouter/use-hash-location";
import { createQueryClient } from "../../renderer/api/hooks.ts";
import { CurrentScreen } from "../../renderer/app/CurrentScreen.tsx";
import { NoticeProvider, NoticeRegion } from "../../renderer/components/NotificationBanner.tsx";
import { TodayProvider } from "../../renderer/components/Today.tsx";
import { plainDate } from "../../shared/core/plainDate.ts";
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

/** Shows anything inside the providers that the app has: router, queries, notices, the day. */
export function renderWithProviders(content: ReactNode, today = "2026-11-21"): { readonly screen: RenderResult; readonly user: UserEvent } {
  const user = userEvent.setup();
  const screen = render(
    <QueryClientProvider client={createQueryClient()}>
      <Router hook={useHashLocation}>
        <TodayProvider value={plainDate(today)}>
          <NoticeProvider>
            <main>
              <NoticeRegion />
              {content}
            </main>
          </NoticeProvider>
        </TodayProvider>
      </Router>
    </QueryClientProvider>,
  );
  return { screen, user };
}

const address = () => window.location.hash.replace(/^#/, "") || "/";
