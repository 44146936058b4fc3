/** Crockford's base 32: no letters that are read as digits. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const BYTES = 20;
const LETTERS_A_GROUP = 4;

/** 160 random bits, and how they are written down: 32 letters and digits in groups of four. */
export function newRecoveryKey(): { readonly secret: Uint8Array<ArrayBuffer>; readonly written: string } {
  const secret = crypto.getRandomValues(new Uint8Array(BYTES));
  const letters = Array.from({ length: (BYTES * 8) / 5 }, (_, index) => ALPHABET[fiveBits(secret, index * 5)]).join("");
  return { secret, written: letters.match(new RegExp(`.{${LETTERS_A_GROUP}}`, "g"))?.join("-") ?? letters };
}

/** The bits of a recovery key as somebody typed it, in either case, with any spaces and dashes, O for 0 and I or L for 1; null where it cannot be one. */
export function readRecoveryKey(typed: string): Uint8Array<ArrayBuffer> | null {
  const letters = typed.toUpperCase().replace(/[\s\-‐–—]/g, "").replaceAll("O", "0").replace(/[IL]/g, "1");
  const values = Array.from(letters, (letter) => ALPHABET.indexOf(letter));
  if (values.length !== (BYTES * 8) / 5 || values.includes(-1)) return null;
  const bytes = new Uint8Array(BYTES);
  for (let bit = 0; bit < BYTES * 8; bit++) {
    if ((values[Math.floor(bit / 5)] >> (4 - (bit % 5))) & 1) bytes[bit >> 3] |= 0x80 >> (bit & 7);
  }
  return bytes;
}

function fiveBits(bytes: Uint8Array, from: number): number {
  let value = 0;
  for (let bit = from; bit < from + 5; bit++) value = value * 2 + ((bytes[bit >> 3] >> (7 - (bit & 7))) & 1);
  return value;
}
