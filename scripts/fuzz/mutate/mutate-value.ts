import type { Random } from "../../../src/ecg/numeric/random.ts";
import { HOSTILE_TEXTS } from "./hostile.ts";
import { mutateBytes, type Bytes } from "./mutate-bytes.ts";
import { mutateString } from "./mutate-text.ts";
import { pick } from "./pick.ts";

type Path = readonly (string | number)[];

const HOSTILE_VALUES: readonly unknown[] = [
  null, true, false, 0, -0, -1, 1, 0.5, 2, 255, 1e6, 1e9, 2 ** 31, 2 ** 32, 2 ** 53, 1e12, 1e308, -1e308, 1e-320, "", "a", "0", "NaN", [], {}, [[]], [null], { length: 1e9 }, { toString: 1 }, { class_name: "Dense" }, { layer: {} }, ...HOSTILE_TEXTS,
];
const DEEPEST = 20_000;
const MOST_PLACES = 4000;

/** Places of a plain value, itself first, as far as they are many. */
function placesOf(value: unknown): Path[] {
  const places: Path[] = [];
  const queue: [Path, unknown][] = [[[], value]];
  for (const [path, own] of queue) {
    places.push(path);
    if (places.length >= MOST_PLACES) break;
    if (typeof own !== "object" || own === null || ArrayBuffer.isView(own)) continue;
    for (const [key, each] of Array.isArray(own) ? own.slice(0, 200).entries() : Object.entries(own)) queue.push([[...path, key], each]);
  }
  return places;
}

const at = (value: unknown, path: Path): unknown => path.reduce<unknown>((own, key) => (own as Record<string | number, unknown>)[key], value);

/** The value with another one at a place; what is on the way is copied. */
function replaced(value: unknown, [key, ...rest]: Path, by: (own: unknown) => unknown): unknown {
  if ((key as string | number | undefined) === undefined) return by(value);
  const copy = (Array.isArray(value) ? value.slice() : { ...(value as object) }) as Record<string | number, unknown>;
  copy[key] = replaced(copy[key], rest, by);
  return copy;
}

function nested(random: Random): unknown {
  let value: unknown = pick(random, HOSTILE_VALUES);
  const isList = random.uniform() < 0.5;
  for (let depth = random.integer(random.uniform() < 0.05 ? DEEPEST : 300); depth > 0; depth--) value = isList ? [value] : { layers: value };
  return value;
}

/** One change of a plain value: of a number, a text, a key, a list, its nesting. */
export function mutateValue(value: unknown, random: Random): unknown {
  const places = placesOf(value);
  const place = pick(random, places);
  const own = at(value, place);
  const way = random.uniform();
  if (way < 0.35) return replaced(value, place, () => pick(random, HOSTILE_VALUES));
  if (way < 0.4) return replaced(value, place, () => nested(random));
  if (way < 0.5) return replaced(value, place, () => at(value, pick(random, places)));
  if (typeof own === "number") return replaced(value, place, () => pick(random, [-own, own + 1, own * 1e6, own / 3, NaN, Infinity, Math.round(own) || 7, String(own)]));
  if (typeof own === "string") return replaced(value, place, () => mutateString(own, random).slice(0, 5000));
  if (Array.isArray(own)) return replaced(value, place, () => changedList(own, random));
  if (typeof own === "object" && own !== null && !ArrayBuffer.isView(own)) return replaced(value, place, () => changedObject(own, random));
  return replaced(value, place, () => [own]);
}

function changedList(list: readonly unknown[], random: Random): unknown {
  const place = random.integer(list.length + 1);
  return pick<() => unknown>(random, [() => list.toSpliced(place, 1), () => list.toSpliced(place, 0, pick(random, HOSTILE_VALUES)), () => list.toSpliced(place, 0, ...list), () => list.toReversed(), () => Object.fromEntries(list.entries()), () => []])();
}

function changedObject(own: object, random: Random): unknown {
  const keys = Object.keys(own);
  const entries = Object.entries(own);
  if (keys.length === 0 || random.uniform() < 0.3) return Object.fromEntries([...entries, [pick(random, [...HOSTILE_TEXTS, "length", "then", "toJSON"]), pick(random, [...HOSTILE_VALUES, { polluted: true }])]]);
  const key = pick(random, keys);
  if (random.uniform() < 0.5) return Object.fromEntries(entries.filter(([each]) => each !== key));
  return Object.fromEntries(entries.map(([each, value]) => [each === key ? pick(random, [...HOSTILE_TEXTS, key.toUpperCase(), `${key} `]) : each, value]));
}

/** One change of a file of JSON: mostly of what it says, sometimes of how it is written. */
export function mutateJson(bytes: Bytes, random: Random): Bytes {
  if (random.uniform() < 0.1) return mutateBytes(bytes, random);
  const text = new TextDecoder().decode(bytes);
  const way = random.uniform();
  const parsed = parsedOrNull(text);
  if (parsed === null || way < 0.1) return new TextEncoder().encode(mutateString(text, random));
  if (way < 0.14) return new TextEncoder().encode(text.replace("{", `{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},`));
  if (way < 0.16) {
    const depth = 1 + random.integer(50_000);
    return new TextEncoder().encode(text.replace(/[\d"][^,}\]]*/, () => "[".repeat(depth) + "]".repeat(depth)));
  }
  return new TextEncoder().encode(jsonOf(mutateValue(parsed.value, random)));
}

function parsedOrNull(text: string): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return null; // an earlier change broke it, and the next one treats it as text
  }
}

/** JSON, also of what is too deep for JSON.stringify. */
function jsonOf(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch {
    return `${"[".repeat(DEEPEST)}1${"]".repeat(DEEPEST)}`;
  }
}
