import { ProblemError } from "../problem.ts";
import type { ColumnRole, InputColumn, RateUnit, TableForm, TimeKind } from "../heart-rate/table.ts";
import type { TimeSource } from "./assemble-patients.ts";
import type { Layout } from "./layout.ts";
import { isInterval } from "./rate-unit.ts";

/** What a table of several files is, as a whole. */
export interface JoinedLayout {
  readonly form: TableForm;
  readonly unit: RateUnit;
  readonly timeKind: TimeKind;
  readonly timeSource: TimeSource;
}

/** Layouts that differ, but fit together, give a plain table in bpm and in seconds. */
export function joinLayouts(layouts: readonly Layout[]): JoinedLayout {
  const form = same(layouts.map((layout) => layout.form)) ?? "plain";
  const unit = same(layouts.map((layout) => layout.unit)) ?? (layouts.every((layout) => isInterval(layout.unit)) ? "rr-ms" : "bpm");
  const timeKind = same(layouts.map((layout) => layout.timeKind)) ?? "seconds";
  if (timeKind !== "row") return { form, unit, timeKind, timeSource: "column" };
  return isInterval(unit) ? { form, unit, timeKind: "seconds", timeSource: "rr-sum" } : { form, unit, timeKind, timeSource: "row-number" };
}

/**
 * Throws ProblemError where files cannot share one table: `mixed-units` for scaled and unscaled rates, `mixed-times`
 * for times that do not count from the same zero, `mixed-columns` for a name that means different things.
 */
export function requireFittingLayouts(fileNames: readonly string[], layouts: readonly Layout[]): void {
  const roles = new Map<string, ColumnRole>();
  layouts.forEach((layout, file) => {
    const refuse = (code: string, what: string) => new ProblemError(code, what, "Open the files apart", { file: fileNames[file] });
    if ((layout.unit === "scaled") !== (layouts[0].unit === "scaled")) {
      throw refuse("mixed-units", `of this file and ${fileNames[0]} one has heart rates scaled to 0–1 and the other does not`);
    }
    if (zeroOf(layout) !== zeroOf(layouts[0])) {
      throw refuse("mixed-times", `the times are written in another way than in ${fileNames[0]}`);
    }
    for (const { name, role } of layout.columns) {
      if ((roles.get(name) ?? role) !== role) throw refuse("mixed-columns", `the column “${name}” means something else in another of the files`);
      roles.set(name, role);
    }
  });
}

/** Whether the file has both features that a scaled file brings along. */
export function hasGivenFeatures({ unit, columns }: Layout): boolean {
  const has = (wanted: ColumnRole) => columns.some(({ role }) => role === wanted);
  return unit === "scaled" && has("hr_diff") && has("peak_label");
}

/**
 * The columns of all files by name, in the order in which they first appear. Where the patients come from the names of
 * several files, a column for them comes first.
 */
export function unionOfColumns(layouts: readonly Layout[], patientCount: number): InputColumn[] {
  const columns = new Map(layouts.flatMap((layout) => layout.columns.map((column) => [column.name, column] as const)));
  const union = [...columns.values()];
  const isNamed = union.some(({ role }) => role === "patient") || patientCount === 1;
  return isNamed || columns.has("patient_id") ? union : [{ name: "patient_id", role: "patient" }, ...union];
}

function zeroOf({ timeKind, unit }: Layout): string {
  if (timeKind === "row") return isInterval(unit) ? "sum of intervals" : "row";
  return timeKind === "milliseconds" ? "seconds" : timeKind;
}

function same<T>(values: readonly T[]): T | null {
  return values.every((value) => value === values[0]) ? values[0] : null;
}
