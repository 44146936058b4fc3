import type { ReactNode } from "react";
import { CopyableHash } from "../result/method/copyable-hash.tsx";
import { formatCounted } from "../shared/format.ts";
import { CardMeasurements } from "./card-measurements.tsx";
import { isBeatModelCard, type AnyCard } from "./model-kinds.ts";
import styles from "./card-facts.module.css";

/** A model card: what the model is for, where it fails, how well it does, and what it was made of. */
export function CardFacts({ card }: { readonly card: AnyCard }) {
  const { trainedOn } = card;
  return (
    <dl className={styles.facts}>
      <Fact name="Intended use">{card.intendedUse}</Fact>
      <Fact name="Limits"><ul className={styles.limits}>{card.limits.map((limit) => <li key={limit}>{limit}</li>)}</ul></Fact>
      <Fact name="Figures"><CardMeasurements card={card} /></Fact>
      <Fact name="Trained on">{trainedOn.name}, {sizeText(card)}, SHA-256 <CopyableHash hash={trainedOn.sha256} of={trainedOn.name} /></Fact>
      <Fact name="How it was chosen">{card.split}</Fact>
      {"threshold" in card && card.threshold !== null && <Fact name="Threshold">{card.threshold}</Fact>}
      <Fact name="Version">{card.version}, {card.date}</Fact>
      <Fact name="Licence">{card.licence}</Fact>
    </dl>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return <div><dt>{name}</dt><dd>{children}</dd></div>;
}

function sizeText(card: AnyCard): string {
  if (isBeatModelCard(card)) return formatCounted(card.trainedOn.rows, "beat");
  if (card.id === "twelve-lead") return formatCounted(card.trainedOn.rows, "record");
  return `${formatCounted(card.trainedOn.rows, "row")} of ${formatCounted(card.trainedOn.patients, "patient")}`;
}
