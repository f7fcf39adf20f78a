import { contextBridge, ipcRenderer } from "electron";

/** All the window can reach: ask for an operation by name, and hear that something changed or that the file was locked. */
contextBridge.exposeInMainWorld("phb", {
  invoke: (name: string, input: unknown) => ipcRenderer.invoke("phb:invoke", name, input),
  onEvent: (callback: (event: string) => void) => {
    ipcRenderer.on("phb:event", (_event, name: string) => callback(name));
  },
});
