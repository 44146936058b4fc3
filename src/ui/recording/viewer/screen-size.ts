/** How many CSS pixels a millimetre of this screen is, measured once by the user; kept on this device under this key. */
export const SCREEN_SIZE_KEY = "isoline.px-per-mm";
/** CSS defines an inch as 96 px. */
export const USUAL_PX_PER_MM = 96 / 25.4;
/** Between a wall screen and a phone at the least text size: others are slips of the hand. */
const LIMITS_PX_PER_MM = [1, 20] as const;

/** ISO/IEC 7810 ID-1: bank, insurance and identity cards. */
export const BANK_CARD_MM = 85.6;

export interface ScreenSize {
  readonly pxPerMm: number;
  /** false while it is the usual one that no one has measured */
  readonly isMeasured: boolean;
}

export const UNMEASURED: ScreenSize = { pxPerMm: USUAL_PX_PER_MM, isMeasured: false };

/** What was kept, as text; anything else than a possible size is as good as none. */
export function parseScreenSize(text: string | null): ScreenSize {
  const pxPerMm = text === null || text.trim() === "" ? NaN : Number(text);
  return isPossible(pxPerMm) ? { pxPerMm, isMeasured: true } : UNMEASURED;
}

export function isPossible(pxPerMm: number): boolean {
  return pxPerMm >= LIMITS_PX_PER_MM[0] && pxPerMm <= LIMITS_PX_PER_MM[1];
}
