/** The line to the main process: Electron's port in a utility process, Node's channel in a forked one. */
export interface Port {
  onMessage(listener: (message: unknown) => void): void;
  post(message: unknown): void;
}

interface ParentPort {
  on(event: "message", listener: (event: { readonly data: unknown }) => void): void;
  postMessage(message: unknown): void;
}

/** The port of this process. @throws Error when nobody started it as a process of ours. */
export function openPort(): Port {
  const { parentPort } = process as { parentPort?: ParentPort };
  if (parentPort) {
    return {
      onMessage: (listener) => parentPort.on("message", (event) => listener(event.data)),
      post: (message) => parentPort.postMessage(message),
    };
  }
  if (!process.send) throw new Error("The data process is started by the program, not by hand");
  return {
    onMessage: (listener) => void process.on("message", listener),
    post: (message) => void process.send?.(message),
  };
}
