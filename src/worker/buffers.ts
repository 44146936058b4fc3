/** Chromium's time to move buffers grows with the square of their number: 300,000 take 11 s, where copying them takes 0.2 s. */
const MOST_MOVED = 10_000;

/** What `postMessage` is to move instead of copy: the buffers in plain data, of very many the largest. */
export function buffersToMove(value: unknown): ArrayBuffer[] {
  const buffers = buffersOf(value);
  return buffers.length <= MOST_MOVED ? buffers : buffers.sort((a, b) => b.byteLength - a.byteLength).slice(0, MOST_MOVED);
}

/** Every ArrayBuffer reachable in plain data, each once. */
export function buffersOf(value: unknown): ArrayBuffer[] {
  const found = new Set<ArrayBuffer>();
  collect(value, found);
  return [...found];
}

function collect(value: unknown, found: Set<ArrayBuffer>): void {
  if (typeof value !== "object" || value === null) return;
  if (value instanceof ArrayBuffer) found.add(value);
  else if (ArrayBuffer.isView(value)) collect(value.buffer, found);
  else if (Array.isArray(value)) for (const item of value) collect(item, found);
  else if (isPlain(value)) for (const item of Object.values(value)) collect(item, found);
}

const isPlain = (value: object): boolean => Object.getPrototypeOf(value) === Object.prototype;
