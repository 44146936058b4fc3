import { transferHandlers, type TransferHandler } from "comlink";

interface WireSignal {
  readonly aborted: boolean;
  readonly port: MessagePort;
}

const ports = new WeakMap<AbortSignal, MessagePort>();

const abortSignalHandler: TransferHandler<AbortSignal, WireSignal> = {
  canHandle: (value): value is AbortSignal => value instanceof AbortSignal,
  serialize(signal) {
    const { port1, port2 } = new MessageChannel();
    const abort = () => port1.postMessage("abort");
    signal.addEventListener("abort", abort, { once: true });
    port1.onmessage = () => {
      signal.removeEventListener("abort", abort);
      port1.close();
    };
    return [{ aborted: signal.aborted, port: port2 }, [port2]];
  },
  deserialize({ aborted, port }) {
    const controller = new AbortController();
    port.onmessage = () => controller.abort();
    if (aborted) controller.abort();
    ports.set(controller.signal, port);
    return controller.signal;
  },
};

/** Lets an AbortSignal be an argument of a Comlink call; to be called on both sides before the first call. */
export function registerAbortSignalTransfer(): void {
  transferHandlers.set("abort-signal", abortSignalHandler);
}

/** Closes the channel of a signal that came from the other side, and there the listener: to be called when its job ends. */
export function releaseAbortSignal(signal: AbortSignal): void {
  const port = ports.get(signal);
  if (port === undefined) return;
  ports.delete(signal);
  port.postMessage("released");
  port.close();
}
