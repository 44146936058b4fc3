import { Card } from "../../shared/card.tsx";
import type { RecordingView } from "../recording-view.ts";
import { intervalRows } from "./interval-rows.ts";
import styles from "./intervals-card.module.css";

/** PR, QRS, QT and QTc of the lead whose beats were found. */
export function IntervalsCard({ view: { intervals, lead } }: { readonly view: Pick<RecordingView, "intervals" | "lead"> }) {
  return (
    <Card heading="Intervals" note={`lead ${lead.name}, ms; beats not classified as ectopic`}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Interval</th>
            <th scope="col">Median</th>
            <th scope="col">Quartiles</th>
            <th scope="col">Beats</th>
          </tr>
        </thead>
        <tbody>
          {intervalRows(intervals).map(({ name, meaning, measure }) => (
            <tr key={name}>
              <th scope="row">{name} <small>{meaning}</small></th>
              {measure === null ? <td colSpan={3} className={styles.none}>not measured: signal quality does not allow it</td> : (
                <>
                  <td><b>{measure.median}</b></td>
                  <td>{measure.quartiles}</td>
                  <td>{measure.beats}</td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.note}>
        Wave boundaries are found in this one lead, beat by beat; an interval needs three beats and half of all, with quartiles close together. Where another lead
        shows an earlier onset or a later end, intervals over all leads are longer. Bazett overcorrects at fast rates, Fridericia less so.
      </p>
    </Card>
  );
}
