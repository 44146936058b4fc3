import { decode, encode, ExtensionCodec } from "@msgpack/msgpack";

/** Typed arrays by MessagePack's extension type; the numbers are part of the stored form and never given anew. */
const ARRAYS = new Map<number, TypedArrayConstructor>([
  [1, Uint8Array], [2, Int8Array], [3, Uint16Array], [4, Int16Array], [5, Uint32Array], [6, Int32Array], [7, Float32Array], [8, Float64Array],
]);

type TypedArrayConstructor = new (buffer: ArrayBuffer) => ArrayBufferView<ArrayBuffer>;

const extensionCodec = new ExtensionCodec();
for (const [type, TypedArray] of ARRAYS) {
  extensionCodec.register({
    type,
    encode: (value) => (value instanceof TypedArray ? new Uint8Array(value.buffer, value.byteOffset, value.byteLength) : null),
    // A copy, since the bytes lie at any offset within the record's.
    decode: (bytes) => new TypedArray(bytes.slice().buffer),
  });
}

extensionCodec.register({
  type: 9,
  encode: (value) => (value instanceof Map ? encode([...value], { extensionCodec }) : null),
  decode: (bytes) => new Map(decode(bytes, { extensionCodec }) as [unknown, unknown][]),
});
extensionCodec.register({
  type: 10,
  // MessagePack would store anything else as an object without fields, and say nothing.
  encode: (value) => {
    if (Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype) return null;
    throw new TypeError(`a ${(value as object).constructor.name} cannot be stored`);
  },
  decode: () => {
    throw new TypeError("nothing is stored like this");
  },
});

const OPTIONS = { extensionCodec, ignoreUndefined: true } as const;

/** A record as bytes: MessagePack, with typed arrays (little-endian) and maps as extensions. Fields that are undefined are left out, as JSON does. Throws a TypeError for what could not be read back. */
export function encodeRecord(record: Readonly<Record<string, unknown>>): Uint8Array<ArrayBuffer> {
  return encode(record, OPTIONS);
}

/** The record of `encodeRecord`. Throws for bytes that are none. */
export function decodeRecord(bytes: Uint8Array<ArrayBuffer>): Record<string, unknown> {
  const record: unknown = decode(bytes, OPTIONS);
  if (typeof record !== "object" || record === null) throw new TypeError("the bytes hold no record");
  return record as Record<string, unknown>;
}
