/**
 * A key that stands for its parts without telling them (HMAC-SHA-256 under the store's own key, base64url): equal for equal
 * parts, so that a record is found by what nobody can read from it.
 */
export async function hiddenKey(indexKey: CryptoKey, ...parts: readonly (string | number)[]): Promise<string> {
  const mac = await crypto.subtle.sign("HMAC", indexKey, new TextEncoder().encode(JSON.stringify(parts)));
  return btoa(String.fromCharCode(...new Uint8Array(mac))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** Of the verdict on an event. */
export const verdictKey = (indexKey: CryptoKey, checkId: string, patientId: string, peakRow: number): Promise<string> => hiddenKey(indexKey, "verdict", checkId, patientId, peakRow);

/** Of the class given to a beat. */
export const relabelKey = (indexKey: CryptoKey, checkId: string, beat: number): Promise<string> => hiddenKey(indexKey, "relabel", checkId, beat);

/** Of a patient, in whichever check. */
export const patientKey = (indexKey: CryptoKey, patientId: string): Promise<string> => hiddenKey(indexKey, "patient", patientId);
