const PAGE_ROWS = 7;

/** Where a key leads from a place in a list; null for a key that is not the list's. */
export function placeAfter(key: string, index: number, last: number): number | null {
  switch (key) {
    case "ArrowDown": return Math.min(index + 1, last);
    case "ArrowUp": return Math.max(index - 1, 0);
    case "PageDown": return Math.min(index + PAGE_ROWS, last);
    case "PageUp": return Math.max(index - PAGE_ROWS, 0);
    case "Home": return 0;
    case "End": return last;
    case "Enter":
    case " ": return index;
    default: return null;
  }
}
