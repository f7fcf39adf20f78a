import "../../../renderer/components/base.css";
import { createRoot } from "react-dom/client";
import { Router } from "wouter";
import { useHashLocation } from "wouter/use-hash-location";
import { NoticeProvider } from "../../../renderer/components/NotificationBanner.tsx";
import { TodayProvider } from "../../../renderer/components/Today.tsx";
import { plainDate } from "../../../shared/core/plainDate.ts";
import { FigureParts } from "./FigureParts.tsx";
import { FormParts } from "./FormParts.tsx";

/**
 * A page with every component, for looking at and for checks in a real browser: contrast, zoom, narrow windows.
 * The address chooses theme and text size: `?theme=dark&size=2`. It is not part of the app.
 */
const wanted = new URLSearchParams(window.location.search);
document.documentElement.dataset.theme = wanted.get("theme") ?? "light";
document.documentElement.style.setProperty("--text-size", wanted.get("size") ?? "1");

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <Router hook={useHashLocation}>
      <TodayProvider value={plainDate("2026-11-21")}>
        <NoticeProvider>
          <main style={{ maxWidth: "76rem", margin: "auto", padding: "1rem" }}>
            <FigureParts />
            <FormParts />
          </main>
        </NoticeProvider>
      </TodayProvider>
    </Router>,
  );
}
