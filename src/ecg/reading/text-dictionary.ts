/** Numbers for texts, in the order in which they first appear: a column of repeated texts becomes a column of codes. */
export class TextDictionary {
  readonly #codes = new Map<string, number>();
  readonly #texts: string[] = [];
  #lastText = "";
  #lastCode = -1;

  /** The text of each code. */
  get texts(): readonly string[] {
    return this.#texts;
  }

  /** The code of text.slice(start, end). Rows of one patient follow each other: the same cell as last time costs no string. */
  codeOf(text: string, start: number, end: number): number {
    if (this.#lastCode >= 0 && isSame(text, start, end, this.#lastText)) return this.#lastCode;
    const piece = text.slice(start, end);
    const code = this.#codes.get(piece) ?? this.#add(piece);
    this.#lastText = this.#texts[code];
    this.#lastCode = code;
    return code;
  }

  #add(piece: string): number {
    // A slice keeps the whole text it was cut from alive, here a chunk of the file; a joined string is a copy.
    const copy = ` ${piece}`.slice(1);
    const code = this.#texts.length;
    this.#codes.set(copy, code);
    this.#texts.push(copy);
    return code;
  }
}

function isSame(text: string, start: number, end: number, other: string): boolean {
  if (end - start !== other.length) return false;
  for (let i = 0; i < other.length; i++) if (text.charCodeAt(start + i) !== other.charCodeAt(i)) return false;
  return true;
}
