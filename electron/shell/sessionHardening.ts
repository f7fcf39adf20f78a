import type { Session } from "electron";
import { answerBundleRequest, type BundleFiles, bundleAddress } from "./bundle.ts";

/** True for what a window may load: our own bundle and the blobs it makes itself. */
export function isAllowedRequest(url: string): boolean {
  if (url.startsWith("blob:app://bundle/")) return true;
  const address = URL.parse(url);
  return address?.protocol === "app:" && address.host === bundleAddress.host;
}

/**
 * Shuts the session: serves app://bundle/, and refuses every other request, every permission, every device, screen
 * sharing and downloads. The session lives in memory only.
 */
export function hardenSession(session: Session, files: BundleFiles, allowDeveloperTools: boolean): void {
  session.protocol.handle(bundleAddress.scheme, (request) => answerBundleRequest(files, request));
  session.webRequest.onBeforeRequest((details, callback) => {
    callback({ cancel: !(isAllowedRequest(details.url) || (allowDeveloperTools && details.url.startsWith("devtools:"))) });
  });
  session.setPermissionRequestHandler((_contents, _permission, callback) => callback(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, callback) => callback({}));
  session.setSpellCheckerEnabled(false);
  session.on("will-download", (event) => event.preventDefault());
}
