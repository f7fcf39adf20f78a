import { EventEmitter } from "node:events";
import type { Protocol, Session } from "electron";
import { cover } from "./cover.ts";

type ProtocolHandler = (request: Request) => Response | Promise<Response>;
type RequestListener = (details: { url: string; method: string; resourceType: string }, callback: (answer: { cancel?: boolean }) => void) => void;

/** One session with what the program registered on it. */
export interface StandInSession {
  readonly session: Session;
  readonly emitter: EventEmitter;
  /** The program's handler of a scheme ("app"). */
  handlerOf(scheme: string): ProtocolHandler | undefined;
  /** True when the program's onBeforeRequest cancels a request. */
  cancels(url: string, method: string, resourceType: string): boolean;
  /** What the program's permission handlers answer; true when it would be granted. */
  asksPermission(permission: string): boolean;
}

/** Electron's `Session` for one named partition. */
export function createSession(): StandInSession {
  const emitter = new EventEmitter();
  const handlers = new Map<string, ProtocolHandler>();
  let beforeRequest: RequestListener | undefined;
  let onPermission: ((contents: null, permission: string, callback: (granted: boolean) => void) => void) | undefined;
  let onCheck: ((contents: null, permission: string) => boolean) | undefined;

  const session = cover<Session>("session", {
    protocol: cover<Protocol>("session.protocol", {
      handle: (scheme: string, handler: ProtocolHandler) => handlers.set(scheme, handler),
      isProtocolHandled: (scheme: string) => handlers.has(scheme),
    }),
    webRequest: {
      onBeforeRequest: (listener: RequestListener) => {
        beforeRequest = listener;
      },
    },
    setPermissionRequestHandler: (handler: typeof onPermission) => {
      onPermission = handler;
    },
    setPermissionCheckHandler: (handler: typeof onCheck) => {
      onCheck = handler;
    },
    setDevicePermissionHandler: () => undefined,
    setDisplayMediaRequestHandler: () => undefined,
    setSpellCheckerEnabled: () => undefined,
    on: emitter.on.bind(emitter),
    once: emitter.once.bind(emitter),
  });

  return {
    session,
    emitter,
    handlerOf: (scheme) => handlers.get(scheme),
    cancels: (url, method, resourceType) => {
      let isCancelled = false;
      beforeRequest?.({ url, method, resourceType }, ({ cancel }) => {
        isCancelled = cancel ?? false;
      });
      return isCancelled;
    },
    asksPermission: (permission) => {
      let isGranted = onCheck?.(null, permission) ?? true;
      if (onPermission) onPermission(null, permission, (granted) => (isGranted = isGranted || granted));
      else isGranted = true;
      return isGranted;
    },
  };
}
