import { setInterval } from "node:timers";
import type { PowerMonitor } from "electron";

/** What locks the file without being asked. */
export interface LockTriggers {
  readonly powerMonitor: PowerMonitor;
  readonly idleMinutes: () => number;
  readonly isOpen: () => boolean;
  readonly lock: () => Promise<void>;
}

const lookEvery = 15_000;

/** Locks when nobody has touched the computer for a while, when it sleeps or locks its own screen, and when the session ends. */
export function lockWhenAway({ powerMonitor, idleMinutes, isOpen, lock }: LockTriggers): void {
  const lockNow = () => void lock();
  powerMonitor.on("suspend", lockNow);
  powerMonitor.on("lock-screen", lockNow);
  powerMonitor.on("user-did-resign-active", lockNow);
  powerMonitor.on("shutdown", lockNow);
  setInterval(() => {
    if (isOpen() && powerMonitor.getSystemIdleTime() >= idleMinutes() * 60) lockNow();
  }, lookEvery).unref();
}
