import { fork as forkNode } from "node:child_process";
import { EventEmitter } from "node:events";
import { join } from "node:path";
import type { ForkOptions, UtilityProcess } from "electron";
import type { LaunchContext } from "../launchContext.ts";
import { cover } from "./cover.ts";

/** Electron's `utilityProcess.fork`: a Node process that speaks through process.parentPort. Ended with the launch. */
export function forkUtility(context: LaunchContext, modulePath: string, args: string[] = [], options: ForkOptions = {}): UtilityProcess {
  const events = new EventEmitter();
  const child = forkNode(join(import.meta.dirname, "utilityRunner.ts"), [modulePath, ...args], {
    env: options.env as NodeJS.ProcessEnv,
    execArgv: options.execArgv ?? [],
    serialization: "advanced",
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  context.children.add(child);
  child.stderr
    ?.setEncoding("utf8")
    .on("data", (text: string) => context.problems.push(`${options.serviceName ?? "utility process"}: ${text.trim()}`));
  child.on("spawn", () => events.emit("spawn"));
  child.on("message", (message) => events.emit("message", message));
  child.on("exit", (code) => {
    context.children.delete(child);
    events.emit("exit", code ?? 1);
  });
  return cover<UtilityProcess>("utilityProcess", {
    get pid() {
      return child.pid;
    },
    postMessage: (message: unknown, ports?: unknown[]) => {
      if (ports && ports.length > 0) throw new Error("The Electron stand-in does not cover ports in postMessage");
      if (child.connected) child.send(message as object);
    },
    kill: () => child.kill("SIGKILL"),
    on: events.on.bind(events),
    once: events.once.bind(events),
    off: events.off.bind(events),
  });
}
