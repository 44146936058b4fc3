/** Protocol Buffers wire format, as much of it as an ONNX file needs (protobuf.dev/programming-guides/encoding). */

const VARINT = 0;
const LENGTH_DELIMITED = 2;
const FIXED_32 = 5;

/** An encoded field; a message is its fields one after another. */
export type Field = Uint8Array;

/** A whole number from 0 on, as int32, int64 or enum. */
export function integer(number: number, value: number): Field {
  return concatenate([varint(number * 8 + VARINT), varint(value)]);
}

export function float(number: number, value: number): Field {
  return concatenate([varint(number * 8 + FIXED_32), new Uint8Array(Float32Array.of(value).buffer)]);
}

export function bytes(number: number, value: Uint8Array): Field {
  return concatenate([varint(number * 8 + LENGTH_DELIMITED), varint(value.length), value]);
}

export function text(number: number, value: string): Field {
  return bytes(number, new TextEncoder().encode(value));
}

export function message(number: number, fields: readonly Field[]): Field {
  return bytes(number, concatenate(fields));
}

export function concatenate(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const part of parts) {
    joined.set(part, end);
    end += part.length;
  }
  return joined;
}

/** Seven bits a byte, the lowest first; the top bit says that more follow. */
function varint(value: number): Uint8Array {
  const digits: number[] = [];
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) digits.push((rest % 128) + 128);
  digits.push(rest);
  return Uint8Array.from(digits);
}
