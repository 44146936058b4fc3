/** Every ArrayBuffer reachable in plain data, each once: what `postMessage` is to move instead of copy. */
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
