/** The shape of a grid filled row by row. */
export interface GridShape {
  readonly count: number;
  readonly columns: number;
  /** whole rows in sight */
  readonly rowsInSight: number;
}

export const MOVE_KEYS = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End", "PageUp", "PageDown"] as const;
export type MoveKey = (typeof MOVE_KEYS)[number];

/** Where a key leads from a place of the grid. Nothing leads past its ends; down from the last full row leads to the last place. */
export function placeAfter(key: MoveKey, place: number, { count, columns, rowsInSight }: GridShape): number {
  const last = Math.max(count - 1, 0);
  const column = place % columns;
  switch (key) {
    case "ArrowLeft": return Math.max(place - 1, 0);
    case "ArrowRight": return Math.min(place + 1, last);
    case "ArrowUp": return place < columns ? place : place - columns;
    case "ArrowDown": return place - column + columns > last ? place : Math.min(place + columns, last);
    case "PageUp": return Math.max(place - columns * Math.max(rowsInSight, 1), column);
    case "PageDown": return Math.min(place + columns * Math.max(rowsInSight, 1), last);
    case "Home": return 0;
    case "End": return last;
  }
}
