import { EventEmitter } from "node:events";
import { pathToFileURL } from "node:url";

// Gives a forked Node process what an Electron utility process has: process.parentPort. Messages wait for a listener.
const events = new EventEmitter();
const waiting: unknown[] = [];

const parentPort = {
  on: (name: string, listener: (event: { data: unknown; ports: unknown[] }) => void) => {
    events.on(name, listener);
    for (const data of waiting.splice(0)) listener({ data, ports: [] });
    return parentPort;
  },
  postMessage: (message: unknown) => {
    if (process.connected) process.send?.(message);
  },
  start: () => undefined,
};
Object.defineProperty(process, "parentPort", { value: parentPort });

process.on("message", (data) => {
  if (events.listenerCount("message") === 0) waiting.push(data);
  else events.emit("message", { data, ports: [] });
});
// The program is gone. The module may save what it holds; then this process ends.
process.on("disconnect", () => setTimeout(() => process.exit(0), 10_000).unref());

const [modulePath, ...args] = process.argv.slice(2);
if (modulePath === undefined) throw new Error("No module to run");
process.argv = [process.argv[0] ?? "", modulePath, ...args];
await import(pathToFileURL(modulePath).href);
