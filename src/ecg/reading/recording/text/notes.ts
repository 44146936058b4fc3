import type { PatientFields } from "../../../recording/recording.ts";
import { standardLead } from "../../../recording/lead-names.ts";
import type { SampleUnit } from "../recording-question.ts";
import { mvPerUnit } from "../voltage-unit.ts";
import { dateTimeText } from "./moment-cell.ts";

/** What the lines above the samples say; null where they do not. */
export interface Stated {
  readonly samplingRateHz: number | null;
  readonly unit: SampleUnit | null;
  /** standard name of the one lead */
  readonly lead: string | null;
  /** ISO 8601 without a zone */
  readonly startTime: string | null;
  readonly patient: PatientFields;
}

/** A rate of sampling that an ECG can have. */
export const RATE_HZ = { min: 20, max: 20_000 } as const;

const NUMBER = String.raw`(?<!\d)(\d+(?:[.,]\d+)?)`;
const HERTZ = new RegExp(String.raw`${NUMBER}\s*(k?)(?:hz\b|hertz|hercios|hertzios|赫兹|赫茲|ヘルツ|헤르츠|герц|sps\b|samples\s*(?:/|per)\s*s)`, "iu");
const HERTZ_BEFORE = new RegExp(String.raw`\(\s*(?:hz|hertz)\s*\)\s*(?:[:=,;]\s*)?"?${NUMBER}()`, "iu");
const RATE_KEY = /sampl|abtast|messrate|[ée]chantillon|muestreo|campion|amostra|bemonster|采样|採樣|取样|サンプ|샘플|дискретиз|^\W*(?:fs|sfreq|rate|frequency)\b/iu;
/** A rate of something else: of a filter, of the mains, of the heart. */
const OTHER_RATE = /filter|filtr|notch|pass\b|cut-?off|mains|heart|bpm/iu;
const INTERVAL = new RegExp(String.raw`(?:interval|period|intervall)\D{0,40}${NUMBER}\s*(ms|s)\b`, "iu");
/** "512 somethings" as all that a line's value says, whatever the language. */
const NUMBER_AND_WORD = new RegExp(String.raw`^${NUMBER}\s*\p{L}[\p{L}\p{M}.]*$`, "u");
const GAIN = new RegExp(String.raw`${NUMBER}\s*\(?(?:adu|adc|lsb|units?|counts?|digits?|steps?)\)?\s*(?:/|per)\s*mv\b`, "iu");
const ZERO = /(?:baseline|adc ?zero|zero|offset)\D{0,12}(-?\d+)/iu;
const MICROVOLT = /(?:^|[\s,;:=("[])(?:[uµμ]v|mi[ck]rovolt\p{L}*|微伏|マイクロボルト|마이크로볼트|микровольт\p{L}*)(?=$|[\s,;)"\]])/iu;
const MILLIVOLT = /(?:^|[\s,;:=("[])(?:mv|mil+ivolt\p{L}*|毫伏|ミリボルト|밀리볼트|милливольт\p{L}*)(?=$|[\s,;)"\]])/iu;
const LEAD = /(?:^|[^\p{L}\p{N}]|\p{Lo})(MLII|III|II|I|aV[RLF]|V[1-6])(?:$|(?=[^\p{Script=Latin}\p{N}]))/u;
const UNIT_OF_SIZE: ReadonlyMap<number, SampleUnit> = new Map([[1, { kind: "mV" }], [1e-3, { kind: "µV" }], [1000, { kind: "V" }]]);
const NAME_KEY = /^(?:name|nom|nombre|nome|naam|名前|氏名|姓名|名称|이름|имя|patient(?: ?(?:id|name|no))?|subject(?: ?id)?)$/iu;
const AGE_KEY = /^(?:age|alter|âge|edad|età|idade|leeftijd|年齢|年龄)(?:\s*\(?(?:years|jahre|y)\)?)?$/iu;
const SEX_KEY = /^(?:sex|gender|geschlecht|sexe|sexo|sesso|geslacht)$/iu;
const SEXES: ReadonlyMap<string, "female" | "male"> = new Map([["f", "female"], ["female", "female"], ["woman", "female"], ["m", "male"], ["male", "male"], ["man", "male"]]);

/** Reads the lines above the samples, the header among them. Numbers are found by what stands beside them, words of several languages only help. */
export function readNotes(lines: readonly string[]): Stated {
  const filled = lines.map((line) => line.replace(/^\s*(?:#|%|\/\/)+\s*/, "").trim()).filter((line) => line !== "");
  const pairs = filled.map(keyAndValue).filter((pair) => pair !== null);
  const valueOf = (key: RegExp) => pairs.find((pair) => key.test(pair.key))?.value.trim() ?? "";
  const age = Number.parseFloat(valueOf(AGE_KEY));
  return {
    samplingRateHz: rateOf(filled, pairs),
    unit: unitOf(filled, pairs),
    lead: pairs.map(({ value }) => standardLead(value) ?? standardLead(LEAD.exec(value)?.[1] ?? "")).findLast((lead) => lead !== null) ?? null,
    startTime: filled.map(dateTimeText).find((moment) => moment !== null) ?? null,
    patient: {
      id: valueOf(NAME_KEY) || null,
      ageYears: age > 0 && age < 130 ? age : null,
      sex: SEXES.get(valueOf(SEX_KEY).toLowerCase()) ?? null,
      heightCm: null,
      weightKg: null,
    },
  };
}

interface Pair {
  readonly key: string;
  readonly value: string;
}

/** "key,value", "key;value", "key: value", "key = value" and the like. */
function keyAndValue(line: string): Pair | null {
  const match = /^"?([^,;:=\t"]*[^,;:=\t"\s])"?\s*[,;:=\t]/u.exec(line);
  if (!match) return null;
  return { key: match[1].trim(), value: line.slice(match[0].length).trimStart().replace(/(?<![,;\s])[,;\s]+$/, "").replace(/^"(.*)"$/, "$1") };
}

function rateOf(lines: readonly string[], pairs: readonly Pair[]): number | null {
  const candidates = lines.filter((line) => !OTHER_RATE.test(line));
  const inHertz = candidates.flatMap((line) => {
    const found = HERTZ.exec(line) ?? HERTZ_BEFORE.exec(line);
    const rate = found ? rateNumber(found[1]) * (/^k$/i.test(found[2]) ? 1000 : 1) : NaN;
    return isRate(rate) ? [{ rate, isKeyed: RATE_KEY.test(line) }] : [];
  });
  const keyed = inHertz.filter(({ isKeyed }) => isKeyed);
  const stated = single((keyed.length > 0 ? keyed : inHertz).map(({ rate }) => rate));
  if (stated !== null) return stated;
  const bare = pairs.flatMap(({ key, value }) => (RATE_KEY.test(key) && !OTHER_RATE.test(key) && /^\d+(?:[.,]\d+)?$/.test(value) ? [rateNumber(value)] : []));
  const interval = candidates.flatMap((line) => {
    const found = INTERVAL.exec(line);
    return found ? [(found[2].toLowerCase() === "ms" ? 1000 : 1) / rateNumber(found[1])] : [];
  });
  const worded = pairs.flatMap(({ value }) => {
    const found = NUMBER_AND_WORD.exec(value);
    return found ? [rateNumber(found[1])] : [];
  });
  return single(bare.filter(isRate)) ?? single(interval.filter(isRate)) ?? single(worded.filter((rate) => rate >= 100 && isRate(rate)));
}

/** "512,414" is a decimal comma, "1,000" cannot be. */
function rateNumber(text: string): number {
  const rate = Number(text.replace(",", "."));
  return rate < RATE_HZ.min && /^\d,\d{3}$/.test(text) ? Number(text.replace(",", "")) : rate;
}

function isRate(rate: number): boolean {
  return rate >= RATE_HZ.min && rate <= RATE_HZ.max;
}

/** The one value that all agree on. */
function single(values: readonly number[]): number | null {
  return new Set(values).size === 1 ? values[0] : null;
}

function unitOf(lines: readonly string[], pairs: readonly Pair[]): SampleUnit | null {
  for (const line of lines) {
    const gain = GAIN.exec(line);
    if (gain) return { kind: "adc", unitsPerMv: Number(gain[1].replace(",", ".")), zero: Number(lines.map((other) => ZERO.exec(other)?.[1]).find((zero) => zero !== undefined) ?? 0) };
  }
  const exact = pairs.map(({ value }) => value).filter((value) => mvPerUnit(value) !== null);
  if (exact.length > 0) return unitNamed(exact[exact.length - 1]);
  const isMicrovolt = lines.some((line) => MICROVOLT.test(line));
  const isMillivolt = lines.some((line) => MILLIVOLT.test(line));
  if (isMicrovolt === isMillivolt) return null;
  return { kind: isMicrovolt ? "µV" : "mV" };
}

/** The unit that a word names: V, mV, µV; null for any other. */
export function unitNamed(word: string): SampleUnit | null {
  return UNIT_OF_SIZE.get(mvPerUnit(word.normalize("NFKC")) ?? NaN) ?? null;
}
