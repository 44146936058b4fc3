import { formatCount, NO_VALUE } from "../../shared/format.ts";
import type { BeatDraft } from "./beat-answers.ts";
import { BeatCurve } from "./beat-curve.tsx";
import form from "../import-form.module.css";
import styles from "./beat-import-dialog.module.css";

interface BeatRowsProps {
  /** the first rows as the file has them */
  readonly rows: readonly Float64Array[];
  /** the same rows' samples, as the draft takes them */
  readonly beats: readonly Float32Array[];
  readonly draft: Pick<BeatDraft, "hasIndex" | "labelPlace">;
}

/** Cells shown at either end of a row: where index and class stand. */
const END_CELLS = 3;

/** The first rows: their outer cells as numbers, and the beat between them as it is drawn. */
export function BeatRows({ rows, beats, draft: { hasIndex, labelPlace } }: BeatRowsProps) {
  const cells = rows.at(0)?.length ?? 0;
  const ends = Math.min(END_CELLS, Math.floor(cells / 2));
  const first = Array.from({ length: ends }, (_, cell) => cell);
  const last = first.map((cell) => cells - ends + cell);
  const roleOf = (cell: number) => {
    if (hasIndex && cell === 0) return "Row number";
    if (labelPlace === "first" && cell === (hasIndex ? 1 : 0)) return "Class";
    if (labelPlace === "last" && cell === cells - 1) return "Class";
    return `Cell ${formatCount(cell + 1)}`;
  };
  const value = (row: Float64Array, cell: number) => (Number.isNaN(row[cell]) ? NO_VALUE : String(Number(row[cell].toPrecision(6))));
  return (
    <div className={form.scroll} role="region" aria-label="First rows of the file" tabIndex={0}>
      <table className={styles.first}>
        <thead>
          <tr>
            {first.map((cell) => <th key={cell} scope="col">{roleOf(cell)}</th>)}
            <th scope="col">Beat</th>
            {last.map((cell) => <th key={cell} scope="col">{roleOf(cell)}</th>)}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <tr key={i}>
              {first.map((cell) => <td key={cell}>{value(row, cell)}</td>)}
              <td className={styles.curve}><BeatCurve samples={beats[i]} /></td>
              {last.map((cell) => <td key={cell}>{value(row, cell)}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
