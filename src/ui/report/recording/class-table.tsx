import { classTally } from "../../recording/rhythm/class-tally.ts";
import type { BeatLabels } from "../../recording/recording-view.ts";
import { formatCount, formatPercent } from "../../shared/format.ts";
import report from "../report.module.css";

/** How many beats are of each class as labelled now, by a clinician, and as the file annotates them where it does. */
export function ClassTable({ labels }: { readonly labels: BeatLabels }) {
  const { current, relabels, truth } = labels;
  const tally = classTally(labels);
  const relabelled = tally.map((_, index) => Array.from(relabels.values()).filter((own) => own === index).length);
  return (
    <section aria-label="Beats by class">
      <h3>Beats by class</h3>
      <table className={report.events}>
        <thead>
          <tr>
            <th scope="col">Class</th><th scope="col">Beats</th><th scope="col">Share</th><th scope="col">Relabelled</th>
            {truth !== null && <th scope="col">In the file</th>}
          </tr>
        </thead>
        <tbody>
          {tally.map(({ beatClass: { code, name }, predicted, truth: annotated }, index) => (
            <tr key={code}>
              <td><b>{code}</b> {name}</td>
              <td>{formatCount(predicted?.count ?? 0)}</td>
              <td>{current.length === 0 ? "" : formatPercent((predicted?.count ?? 0) / current.length)}</td>
              <td>{relabelled[index] === 0 ? "" : formatCount(relabelled[index])}</td>
              {truth !== null && <td>{formatCount(annotated?.count ?? 0)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
