import { formatCounted } from "./format.ts";

/** What happened to records that are left out; without a full stop, since what to do follows. */
export const damagedClause = (count: number, noun: string, plural?: string): string =>
  `${formatCounted(count, noun, plural)} ${count === 1 ? "was" : "were"} altered or damaged and cannot be read`;
