const WATCHED = ["ArrayBuffer", "Uint8Array", "Int8Array", "Uint8ClampedArray", "Uint16Array", "Int16Array", "Uint32Array", "Int32Array", "Float32Array", "Float64Array", "BigInt64Array", "BigUint64Array"] as const;

export interface AllocationWatch {
  /** Bytes asked for since the last call. */
  take(): number;
  end(): void;
}

/**
 * Counts the bytes of typed arrays that are asked for by their length, by standing in for their constructors: memory that is
 * never touched counts too, and what the garbage collector has taken back by now. Must begin before the code under test loads.
 */
export function watchAllocations(): AllocationWatch {
  const globals = globalThis as unknown as Record<string, new (...args: unknown[]) => ArrayBufferLike | ArrayBufferView>;
  const originals = WATCHED.map((name) => [name, globals[name]] as const);
  let bytes = 0;
  for (const [name, original] of originals) {
    const bytesEach = (original as { readonly BYTES_PER_ELEMENT?: number }).BYTES_PER_ELEMENT ?? 1;
    globals[name] = new Proxy(original, {
      construct(target, args: unknown[], newTarget: new (...own: unknown[]) => object) {
        if (typeof args[0] === "number") bytes += args[0] * bytesEach;
        return Reflect.construct(target, args, newTarget);
      },
    });
  }
  return {
    take() {
      const taken = bytes;
      bytes = 0;
      return taken;
    },
    end() {
      for (const [name, original] of originals) globals[name] = original;
    },
  };
}
