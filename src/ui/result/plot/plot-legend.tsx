import { Legend } from "../../shared/legend.tsx";
import { MarkShape } from "./mark-shape.tsx";

const ENTRIES = [
  { kind: "true", label: "true" },
  { kind: "predicted", label: "predicted" },
  { kind: "agreed", label: "both agree" },
] as const;

/** The marks of the plot and what they stand for; without labels there are only predictions. */
export function PlotLegend({ labelled }: { readonly labelled: boolean }) {
  return (
    <Legend>
      {ENTRIES.filter(({ kind }) => labelled || kind === "predicted").map(({ kind, label }) => (
        <li key={kind}>
          <svg width="20" height="20" viewBox="-10 -10 20 20" aria-hidden>
            <MarkShape kind={kind} x={0} y={0} />
          </svg>
          {label}
        </li>
      ))}
    </Legend>
  );
}
