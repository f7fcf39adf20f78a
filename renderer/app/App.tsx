import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { useState } from "react";
import { ErrorBoundary } from "react-error-boundary";
import { Router } from "wouter";
import { useHashLocation } from "wouter/use-hash-location";
import { createQueryClient, useAppInfo, useReadAgainOnChange } from "../api/hooks.ts";
import { NoticeProvider } from "../components/NotificationBanner.tsx";
import { TodayProvider } from "../components/Today.tsx";
import { useAppearance } from "./appearance.ts";
import { CrashScreen } from "./CrashScreen.tsx";
import { Gate } from "./gate/Gate.tsx";

/** The whole window. Tests may bring their own query client. */
export function App({ client }: { readonly client?: QueryClient }) {
  const [ownClient] = useState(() => client ?? createQueryClient());
  return (
    <ErrorBoundary FallbackComponent={CrashScreen}>
      <QueryClientProvider client={ownClient}>
        <Router hook={useHashLocation}>
          <NoticeProvider>
            <Window />
          </NoticeProvider>
        </Router>
      </QueryClientProvider>
    </ErrorBoundary>
  );
}

function Window() {
  useReadAgainOnChange();
  const info = useAppInfo();
  useAppearance(info.data?.preferences);
  return (
    <TodayProvider value={info.data?.today}>
      <Gate />
    </TodayProvider>
  );
}
