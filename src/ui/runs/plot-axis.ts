import { roundStep } from "../result/plot/rate-axis.ts";

/** An axis of numbers, or of words with one place each. */
export interface PlotAxis {
  readonly name: string;
  readonly ticks: readonly { readonly at: number; readonly text: string }[];
  /** from 0 at the low end to 1; null for what has no place */
  readonly place: (value: number | string | undefined) => number | null;
}

const STEPS_WANTED = 5;

/** A round range that holds all numbers. Words, and numbers beside words, have places in their order. */
export function plotAxis(name: string, values: readonly (number | string | undefined)[]): PlotAxis {
  const given = values.filter((value): value is number | string => value !== undefined && (typeof value === "string" || Number.isFinite(value)));
  const numbers = given.filter((value): value is number => typeof value === "number");
  return numbers.length === given.length ? numberAxis(name, numbers) : wordAxis(name, [...new Set(given.map(String))].sort((a, b) => a.localeCompare(b, "en", { numeric: true })));
}

function numberAxis(name: string, numbers: readonly number[]): PlotAxis {
  const lowest = numbers.reduce((a, b) => Math.min(a, b), Infinity);
  const highest = numbers.reduce((a, b) => Math.max(a, b), -Infinity);
  const [from, to] = numbers.length === 0 ? [0, 1] : apart(lowest, highest);
  const step = roundStep((to - from) / STEPS_WANTED);
  const first = Math.floor(from / step + 1e-9);
  const last = Math.ceil(to / step - 1e-9);
  const low = first * step;
  const span = (last - first) * step;
  const ticks = Array.from({ length: last - first + 1 }, (_, i) => ({ at: i / (last - first), text: tickText(Number(((first + i) * step).toPrecision(12))) }));
  return { name, ticks, place: (value) => (typeof value === "number" && Number.isFinite(value) ? (value - low) / span : null) };
}

/** Room around numbers that are as good as one. */
function apart(lowest: number, highest: number): readonly [number, number] {
  const size = Math.max(Math.abs(lowest), Math.abs(highest));
  if (highest - lowest > Math.max(size * 1e-9, 1e-200)) return [lowest, highest];
  const half = size > 1e-200 ? size / 2 : 0.5;
  return [lowest - half, highest + half];
}

function wordAxis(name: string, words: readonly string[]): PlotAxis {
  const at = (index: number) => (words.length === 1 ? 0.5 : index / (words.length - 1));
  return {
    name,
    ticks: words.map((text, index) => ({ at: at(index), text })),
    place: (value) => {
      const index = value === undefined ? -1 : words.indexOf(String(value));
      return index < 0 ? null : at(index);
    },
  };
}

const tickText = (value: number): string => (value !== 0 && (Math.abs(value) >= 1e5 || Math.abs(value) < 1e-3) ? value.toExponential(2).replace(/(?:\.|(?<![.0]))0+e/, "e") : String(value));
