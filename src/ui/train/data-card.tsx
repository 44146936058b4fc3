import { useEffect, useState, type ReactNode } from "react";
import type { BeatModelMeta } from "../../models/beat-model.ts";
import { OptionGroup } from "../check/option-group.tsx";
import { Card } from "../shared/card.tsx";
import { CheckSources } from "./check-sources.tsx";
import { FileSource } from "./file-source.tsx";
import type { LabelledSource } from "./training-data.ts";
import styles from "./data-card.module.css";

interface DataCardProps {
  readonly model: BeatModelMeta;
  readonly checkHref: string;
  readonly onSources: (sources: readonly LabelledSource[]) => void;
  /** what follows from the data */
  readonly children: ReactNode;
}

const NOTHING: readonly LabelledSource[] = [];

/** What is learnt from: saved checks with what clinicians said of them, or a labelled file. */
export function DataCard({ model, checkHref, onSources, children }: DataCardProps) {
  const [from, setFrom] = useState<"checks" | "file">("checks");
  const [sources, setSources] = useState(NOTHING);
  useEffect(() => onSources(sources), [onSources, sources]);
  return (
    <Card heading="What it learns from">
      <div className={styles.data}>
        <OptionGroup
          legend="Data"
          value={from}
          onPick={(value) => {
            setFrom(value);
            setSources(NOTHING);
          }}
          options={[
            { value: "checks", label: "Checks in History, with clinicians’ labels" },
            { value: "file", label: "A labelled file" },
          ]}
        />
        {from === "checks" ? <CheckSources model={model} checkHref={checkHref} onSources={setSources} /> : <FileSource model={model} onSources={setSources} />}
        {children}
      </div>
    </Card>
  );
}
