import type { MenuItemConstructorOptions } from "electron";

/** What the menu can ask for. */
export interface MenuActions {
  readonly lock: () => void;
  readonly print: () => void;
}

/** The program's menu. Items that change something have an id. No developer tools in an installed program. */
export function menuTemplate(actions: MenuActions, platform: NodeJS.Platform, isPackaged: boolean): MenuItemConstructorOptions[] {
  const file: MenuItemConstructorOptions = {
    label: "&File",
    submenu: [
      { id: "file.lock", label: "Lock now", accelerator: "CmdOrCtrl+L", click: actions.lock },
      { id: "file.print", label: "Print…", accelerator: "CmdOrCtrl+P", click: actions.print },
      { type: "separator" },
      platform === "darwin" ? { role: "close" } : { role: "quit" },
    ],
  };
  const view: MenuItemConstructorOptions = {
    label: "&View",
    submenu: [
      { role: "zoomIn" },
      { role: "zoomOut" },
      { role: "resetZoom" },
      { role: "togglefullscreen" },
      ...(isPackaged ? [] : [{ type: "separator" as const }, { role: "toggleDevTools" as const }]),
    ],
  };
  const appMenu: MenuItemConstructorOptions[] = platform === "darwin" ? [{ role: "appMenu" }] : [];
  return [...appMenu, file, { role: "editMenu" }, view, { role: "windowMenu" }];
}
