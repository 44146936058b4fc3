/** How leads are laid out on a sheet. */
export const LAYOUTS = ["stacked", "3x4+rhythm", "6x2", "12x1"] as const;
export type Layout = (typeof LAYOUTS)[number];

export const LAYOUT_NAMES: Readonly<Record<Layout, string>> = {
  stacked: "Leads one below the other",
  "3x4+rhythm": "3 × 4 + rhythm strip",
  "6x2": "6 × 2",
  "12x1": "12 × 1",
};

/** One lead's stretch in a row. Time runs on from cell to cell: a column of cells shows its own part of the sheet's time. */
export interface SheetCell {
  /** index into the recording's leads */
  readonly lead: number;
  /** where it begins and ends in the row, 0 … 1 */
  readonly fromShare: number;
  readonly toShare: number;
}

export type SheetRow = readonly SheetCell[];

/** The columns of the usual sheets: limb leads, then chest leads. */
const LIMB = ["I", "II", "III", "aVR", "aVL", "aVF"] as const;
const CHEST = ["V1", "V2", "V3", "V4", "V5", "V6"] as const;
const STANDARD = [...LIMB, ...CHEST];
const RHYTHM = "II";

/** Whether all twelve standard leads are there, under their names. */
export function hasTwelveLeads(names: readonly string[]): boolean {
  return STANDARD.every((name) => names.includes(name));
}

/** The layouts that a recording's leads allow. */
export function layoutsFor(names: readonly string[]): readonly Layout[] {
  return hasTwelveLeads(names) ? LAYOUTS : ["stacked"];
}

/** Up to so long a twelve-lead recording is one sheet; a longer one is a monitor's and read lead by lead. */
const SHEET_S = 30;
const STACKED_AT_FIRST = 3;

export function firstLayout(names: readonly string[], durationS: number): Layout {
  return hasTwelveLeads(names) && durationS <= SHEET_S ? "3x4+rhythm" : "stacked";
}

/** The leads stacked at first: all of a few, else the first few with the one that beats were found in. */
export function firstLeads(count: number, leadIndex: number): number[] {
  const all = Array.from({ length: count }, (_, lead) => lead);
  if (count <= STACKED_AT_FIRST || leadIndex < STACKED_AT_FIRST) return all.slice(0, STACKED_AT_FIRST);
  return [...all.slice(0, STACKED_AT_FIRST - 1), leadIndex];
}

/** A row a lead, in the order given. */
export function stackedRows(leads: readonly number[]): SheetRow[] {
  return leads.map((lead) => [{ lead, fromShare: 0, toShare: 1 }]);
}

/**
 * The rows of a sheet, each with its cells from left to right. `stacked` takes the leads chosen, the others all twelve and
 * find them by name, in whatever order the file has them; 3 × 4 has lead II once more below, over the whole time.
 */
export function layoutRows(layout: Layout, names: readonly string[], chosen: readonly number[]): SheetRow[] {
  if (layout === "stacked" || !hasTwelveLeads(names)) return stackedRows(chosen);
  const index = (name: string) => names.indexOf(name);
  switch (layout) {
    case "3x4+rhythm":
      return [...columnsOf([LIMB.slice(0, 3), LIMB.slice(3), CHEST.slice(0, 3), CHEST.slice(3)].map((column) => column.map(index))), ...stackedRows([index(RHYTHM)])];
    case "6x2":
      return columnsOf([LIMB.map(index), CHEST.map(index)]);
    case "12x1":
      return stackedRows(STANDARD.map(index));
  }
}

/** Rows out of columns of equal length. */
function columnsOf(columns: readonly (readonly number[])[]): SheetRow[] {
  return columns[0].map((_, row) => columns.map((column, at) => ({ lead: column[row], fromShare: at / columns.length, toShare: (at + 1) / columns.length })));
}
