import type { Page, Request as PageRequest, Route } from "playwright-core";
import { type LaunchContext, toAppUrl } from "../launchContext.ts";
import type { StandInSession } from "./standInSession.ts";
import { type StandInWindow, windowsOf } from "./standInWindow.ts";

/**
 * Carries every request of the browser to the handler the program registered on the window's session. Status, headers and
 * body are the program's own. A request no handler owns is aborted and noted as a problem.
 */
export async function relayRequests(context: LaunchContext, sessionOf: (window: StandInWindow) => StandInSession | undefined): Promise<void> {
  context.browser.on("page", async (page) => {
    if ((await page.opener()) !== null) await page.close();
  });
  await context.browser.route("**/*", async (route) => {
    try {
      await relay(context, sessionOf, route);
    } catch (error) {
      context.problems.push(`The request ${route.request().url()} failed in the program: ${String(error)}`);
      await route.abort().catch(() => undefined);
    }
  });
}

async function relay(context: LaunchContext, sessionOf: (window: StandInWindow) => StandInSession | undefined, route: Route): Promise<void> {
  const request = route.request();
  const window = await ownerOf(context, request);
  const url = toAppUrl(request.url());
  // A new window the program refused: its first load ends here.
  if (!window) {
    await route.abort();
    return;
  }
  if (request.isNavigationRequest() && !window.isExpected(request.url())) {
    const isMainFrame = request.frame().parentFrame() === null;
    if (window.refusesNavigation(url, isMainFrame)) {
      context.denied.push(url);
      await route.abort("aborted");
      return;
    }
  }
  const session = sessionOf(window);
  const handler = session?.handlerOf(new URL(url).protocol.slice(0, -1));
  if (!session || !handler || session.cancels(url, request.method(), request.resourceType())) {
    context.problems.push(`The window asked for something outside: ${url}`);
    await route.abort("blockedbyclient");
    return;
  }
  const answer = await handler(new Request(url, { method: request.method() }));
  await route.fulfill({ status: answer.status, headers: Object.fromEntries(answer.headers), body: Buffer.from(await answer.arrayBuffer()) });
}

async function ownerOf(context: LaunchContext, request: PageRequest): Promise<StandInWindow | undefined> {
  const page = pageOf(request);
  for (const window of windowsOf(context)) if ((await window.page) === page) return window;
  return undefined;
}

/** The page a request comes from; a new window that has no page yet has none. */
function pageOf(request: PageRequest): Page | undefined {
  try {
    return request.frame().page();
  } catch {
    return undefined;
  }
}
