/**
 * A part of Electron made of the members we stand in for. Its names are checked against Electron's own types; touching
 * anything else throws by name, so that nothing passes untested in silence.
 */
export function cover<T extends object>(name: string, parts: { readonly [Key in keyof T]?: unknown }): T {
  return new Proxy(parts as T, {
    get: (target, key, receiver) => {
      if (typeof key === "symbol" || key in target || key === "then" || key.startsWith("_")) return Reflect.get(target, key, receiver);
      throw new Error(`The Electron stand-in does not cover ${name}.${key}`);
    },
  });
}

/** An event that can be refused, as Electron hands to its listeners. */
export function refusableEvent(extra: object = {}): { defaultPrevented: boolean; preventDefault(): void } {
  const event = {
    defaultPrevented: false,
    preventDefault: () => {
      event.defaultPrevented = true;
    },
    ...extra,
  };
  return event;
}
