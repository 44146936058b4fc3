import { useCallback } from "react";
import { formatBytes, NO_VALUE } from "../shared/format.ts";
import type { Champion } from "../registry/use-champions.ts";
import { headline, measuredText } from "./card-figures.ts";
import { fetchCard } from "./fetch-card.ts";
import { modelBytes, type ModelFile } from "./model-files.ts";
import { inputText, type AnyCard, type ModelMeta } from "./model-kinds.ts";
import { useLoaded } from "./use-loaded.ts";
import styles from "./model-list.module.css";

interface ModelRowProps {
  readonly meta: ModelMeta;
  readonly files: readonly ModelFile[];
  /** null while it is read, or where it cannot be */
  readonly champion: Champion | null;
  readonly href: string;
}

/** A model in a line: what it does, what it takes, how large it is and how well it does. */
export function ModelRow({ meta, files, champion, href }: ModelRowProps) {
  const { id } = meta;
  const card = useLoaded(useCallback((signal: AbortSignal) => fetchCard(id, signal), [id]));
  const bytes = modelBytes(files);
  return (
    <tr>
      <th scope="row"><a href={href}>{meta.name}</a><span>{meta.sentence}</span></th>
      <td data-label="Champion">
        {champion === null ? NO_VALUE : `Version ${champion.version}`}
        {champion?.isSuspended === true && <span className={styles.failed}> ⏸ suspended</span>}
      </td>
      <td data-label="Takes">{inputText(meta)}</td>
      <td data-label="Files">{bytes === 0 ? "None" : formatBytes(bytes)}</td>
      <td data-label="Measured as shipped">
        {card.kind === "loading" && "…"}
        {card.kind === "failed" && <span className={styles.failed}>{card.problem.sentence}</span>}
        {card.kind === "loaded" && <Headline card={card.value} />}
      </td>
      <td data-label="Date">{card.kind === "loaded" ? card.value.date : NO_VALUE}</td>
    </tr>
  );
}

function Headline({ card }: { readonly card: AnyCard }) {
  const measured = headline(card);
  if (measured === null) return "Not yet";
  const { figure, data } = measured;
  return <span>{figure.name} {measuredText(figure.measured)}<small>{data}</small></span>;
}
