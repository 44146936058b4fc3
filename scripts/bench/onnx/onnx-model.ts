import { bytes, concatenate, float, integer, message, text, type Field } from "./protobuf.ts";

/** The messages of onnx.proto (ONNX 1.15, operator set 17), by the numbers of their fields. */

const IR_VERSION = 8;
const OPERATOR_SET = 17;
const FLOAT_TENSOR = 1;
const ATTRIBUTE_FLOAT = 1;
const ATTRIBUTE_INT = 2;
const ATTRIBUTE_INTS = 7;

/** `float` is needed to tell 1.0 from 1. */
export type Attribute = { readonly int: number } | { readonly ints: readonly number[] } | { readonly float: number };

export interface Node {
  readonly type: string;
  readonly inputs: readonly string[];
  readonly output: string;
  readonly attributes?: Readonly<Record<string, Attribute>>;
}

/** Constants, row by row. */
export interface Initializer {
  readonly name: string;
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/** A named input or output; null is the batch. */
export interface End {
  readonly name: string;
  readonly shape: readonly (number | null)[];
}

export interface Graph {
  readonly nodes: readonly Node[];
  readonly initializers: readonly Initializer[];
  readonly input: End;
  readonly output: End;
}

/** The bytes of an ONNX file. */
export function encodeOnnx({ nodes, initializers, input, output }: Graph): Uint8Array<ArrayBuffer> {
  const graph = [
    ...nodes.map((node) => message(1, nodeFields(node))),
    text(2, "graph"),
    ...initializers.map((initializer) => message(5, tensorFields(initializer))),
    message(11, endFields(input)),
    message(12, endFields(output)),
  ];
  return concatenate([integer(1, IR_VERSION), message(7, graph), message(8, [text(1, ""), integer(2, OPERATOR_SET)])]);
}

function nodeFields({ type, inputs, output, attributes = {} }: Node): Field[] {
  return [
    ...inputs.map((input) => text(1, input)),
    text(2, output),
    text(3, output),
    text(4, type),
    ...Object.entries(attributes).map(([name, attribute]) => message(5, [text(1, name), ...attributeFields(attribute)])),
  ];
}

function attributeFields(attribute: Attribute): Field[] {
  if ("int" in attribute) return [integer(3, attribute.int), integer(20, ATTRIBUTE_INT)];
  if ("float" in attribute) return [float(2, attribute.float), integer(20, ATTRIBUTE_FLOAT)];
  return [...attribute.ints.map((value) => integer(8, value)), integer(20, ATTRIBUTE_INTS)];
}

function tensorFields({ name, shape, values }: Initializer): Field[] {
  const raw = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  return [...shape.map((size) => integer(1, size)), integer(2, FLOAT_TENSOR), text(8, name), bytes(9, raw)];
}

function endFields({ name, shape }: End): Field[] {
  const dimensions = shape.map((size) => message(1, [size === null ? text(2, "batch") : integer(1, size)]));
  return [text(1, name), message(2, [message(1, [integer(1, FLOAT_TENSOR), message(2, dimensions)])])];
}
