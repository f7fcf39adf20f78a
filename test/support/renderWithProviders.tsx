import { QueryClientProvider } from "@tanstack/react-query";
import { type RenderResult, render } from "@testing-library/react";
import { type UserEvent, userEvent } from "@testing-library/user-event";
import type { ReactNode } from "react";
import { Router } from "wouter";
import { useHashLocation } from "wouter/use-hash-location";
import { createQueryClient } from "../../renderer/api/hooks.ts";
import { NoticeProvider, NoticeRegion } from "../../renderer/components/NotificationBanner.tsx";
import { TodayProvider } from "../../renderer/components/Today.tsx";
import { plainDate } from "../../shared/core/plainDate.ts";

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
