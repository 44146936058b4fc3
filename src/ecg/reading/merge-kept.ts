import type { ExtraColumn } from "../heart-rate/table.ts";

export interface KeptRows {
  readonly rows: number;
  readonly kept: readonly ExtraColumn[];
}

/**
 * The union by name of the kept columns of several files, one below the other; a file without a column has NaN or "" there.
 * Numbers if they are numbers in each file, else texts.
 */
export function mergeKept(files: readonly KeptRows[]): ExtraColumn[] {
  const names = [...new Set(files.flatMap(({ kept }) => kept.map(({ name }) => name)))];
  return names.map((name) => {
    const parts = files.map(({ rows, kept }) => ({ rows, column: kept.find((column) => column.name === name) }));
    return parts.some(({ column }) => column?.kind === "text") ? mergeTexts(name, parts) : mergeNumbers(name, parts);
  });
}

/** The rows `sourceRow` of a merged column. Texts get codes of their own, so that a patient carries only texts of that patient. */
export function pickRows(column: ExtraColumn, sourceRow: Uint32Array): ExtraColumn {
  if (column.kind === "number") return { kind: "number", name: column.name, values: Float64Array.from(sourceRow, (row) => column.values[row]) };
  const ownCodes = new Map<number, number>();
  const texts: string[] = [];
  const codes = Uint32Array.from(sourceRow, (row) => {
    const code = column.codes[row];
    let own = ownCodes.get(code);
    if (own === undefined) {
      own = texts.push(column.texts[code]) - 1;
      ownCodes.set(code, own);
    }
    return own;
  });
  return { kind: "text", name: column.name, codes, texts };
}

interface Part {
  readonly rows: number;
  readonly column: ExtraColumn | undefined;
}

function mergeNumbers(name: string, parts: readonly Part[]): ExtraColumn {
  if (parts.length === 1 && parts[0].column?.kind === "number") return parts[0].column;
  const values = new Float64Array(totalRows(parts)).fill(NaN);
  let offset = 0;
  for (const { rows, column } of parts) {
    if (column?.kind === "number") values.set(column.values, offset);
    offset += rows;
  }
  return { kind: "number", name, values };
}

function mergeTexts(name: string, parts: readonly Part[]): ExtraColumn {
  if (parts.length === 1 && parts[0].column?.kind === "text") return parts[0].column;
  const codeOfText = new Map<string, number>();
  const codeOf = (text: string) => {
    const code = codeOfText.get(text) ?? codeOfText.size;
    codeOfText.set(text, code);
    return code;
  };
  const codes = new Uint32Array(totalRows(parts));
  let offset = 0;
  for (const { rows, column } of parts) {
    if (column?.kind === "text") {
      const merged = column.texts.map(codeOf);
      for (let row = 0; row < rows; row++) codes[offset + row] = merged[column.codes[row]];
    } else {
      for (let row = 0; row < rows; row++) {
        const value = column ? column.values[row] : NaN;
        codes[offset + row] = codeOf(Number.isNaN(value) ? "" : String(value));
      }
    }
    offset += rows;
  }
  return { kind: "text", name, codes, texts: [...codeOfText.keys()] };
}

function totalRows(parts: readonly Part[]): number {
  return parts.reduce((sum, { rows }) => sum + rows, 0);
}
