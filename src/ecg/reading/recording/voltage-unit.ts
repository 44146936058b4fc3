const MV_PER_UNIT: ReadonlyMap<string, number> = new Map([["v", 1000], ["mv", 1], ["uv", 1e-3], ["µv", 1e-3], ["nv", 1e-6]]);

/** mV of one of the unit as a file writes it (V, mV, uV, µV, nV); null where it is no voltage. */
export function mvPerUnit(unit: string): number | null {
  return MV_PER_UNIT.get(unit.trim().toLowerCase().replace("μ", "µ")) ?? null;
}
