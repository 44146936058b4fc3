import * as v from "valibot";

type Floats = Float32Array<ArrayBuffer> | Float64Array<ArrayBuffer>;

interface FloatsKind<Kind extends Floats> {
  readonly from: (values: ArrayLike<number>) => Kind;
}

/** Finite numbers as a list or typed array, made a typed array: looked at in one pass, since a day's lead has millions. */
export const numbersSchema = <Kind extends Floats>(floats: FloatsKind<Kind>, most: number) =>
  v.pipe(
    v.custom<ArrayLike<number>>(isList, "must be a list of numbers"),
    v.rawTransform(({ dataset, addIssue, NEVER }): Kind => {
      const { value } = dataset;
      const wrong = firstNotFinite(value);
      if (value.length > most) addIssue({ message: `has ${value.length} numbers, and at most ${most} are taken` });
      else if (wrong >= 0) addIssue({ message: `entry ${wrong} is no finite number` });
      else return floats.from(value);
      return NEVER;
    }),
  );

const isList = (value: unknown): boolean => Array.isArray(value) || value instanceof Float32Array || value instanceof Float64Array;

function firstNotFinite(values: ArrayLike<unknown>): number {
  for (let i = 0; i < values.length; i++) if (!Number.isFinite(values[i])) return i;
  return -1;
}
