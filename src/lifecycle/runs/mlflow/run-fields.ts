import { ProblemError } from "../../../ecg/problem.ts";

/** Fields of a run as they are in its files; whatever is not what it should be is a ProblemError "bad-run-file" that names file and field. */
export class RunFields {
  readonly #fields: ReadonlyMap<string, unknown>;
  readonly #file: string;

  constructor(fields: ReadonlyMap<string, unknown>, file: string) {
    this.#fields = fields;
    this.#file = file;
  }

  get keys(): Iterable<string> {
    return this.#fields.keys();
  }

  /** Whether the field is there and not null; YAML's null is a word. */
  has(key: string): boolean {
    const value = this.#fields.get(key);
    return value !== undefined && value !== "null" && value !== "~";
  }

  text(key: string): string {
    const value = this.#fields.get(key);
    if (typeof value !== "string") throw this.wrong(key, "is missing, or no text");
    return value;
  }

  /** The text, or what stands for it where there is none. */
  textOr(key: string, otherwise: string): string {
    return this.#fields.has(key) ? this.text(key) : otherwise;
  }

  number(key: string): number {
    const text = this.text(key);
    const value = text.trim() === "" ? NaN : Number(text);
    if (!Number.isFinite(value)) throw this.wrong(key, "must be a number");
    return value;
  }

  /** Milliseconds since 1970 as ISO 8601. */
  time(key: string): string {
    const date = new Date(this.number(key));
    if (Number.isNaN(date.getTime())) throw this.wrong(key, "must be a time in milliseconds since 1970");
    return date.toISOString();
  }

  /** JSON that `check` takes. */
  json<T>(key: string, check: (value: unknown) => value is T, wanted: string): T {
    let value: unknown;
    try {
      value = JSON.parse(this.text(key));
    } catch (cause) {
      if (!(cause instanceof SyntaxError)) throw cause;
      throw this.wrong(key, `must be ${wanted}`, cause);
    }
    if (!check(value)) throw this.wrong(key, `must be ${wanted}`);
    return value;
  }

  wrong(key: string, what: string, cause?: unknown): ProblemError {
    const value = this.#fields.get(key);
    return new ProblemError("bad-run-file", `${key}: ${what}`, "Export the runs anew", { file: this.#file, ...(typeof value === "string" ? { value } : {}) }, { cause });
  }
}

export const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);
