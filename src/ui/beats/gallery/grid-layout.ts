/** Room between tiles, in both directions. */
export const GAP_PX = 8;
/** Of a tile; the sheet of `beat-tile` follows it. */
export const TILE_HEIGHT_PX = 116;
const LEAST_WIDTH_PX = 132;
/** On a phone two tiles fit side by side. */
const LEAST_COLUMNS = 2;

/** How many tiles go side by side in a box of this width, and how wide each is. */
export function gridLayout(widthPx: number): { readonly columns: number; readonly tileWidthPx: number } {
  const columns = Math.max(LEAST_COLUMNS, Math.floor((widthPx + GAP_PX) / (LEAST_WIDTH_PX + GAP_PX)));
  return { columns, tileWidthPx: Math.max(Math.floor((widthPx - (columns - 1) * GAP_PX) / columns), 1) };
}
