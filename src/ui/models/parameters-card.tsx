import { Card } from "../shared/card.tsx";
import { isDetector, type AnyCard, type ModelMeta } from "./model-kinds.ts";
import { ParameterList } from "./parameter-list.tsx";
import { presetText } from "./parameter-words.ts";
import styles from "./parameters-card.module.css";

interface ParametersCardProps {
  readonly meta: ModelMeta;
  /** null while it is read, or where it cannot be */
  readonly card: AnyCard | null;
}

/** What can be set when a model is used and, of a model of beats or raw ECGs, when it is trained. */
export function ParametersCard({ meta, card }: ParametersCardProps) {
  const training = isDetector(meta) ? [] : meta.training;
  const presets = isDetector(meta) ? [] : (meta.presets ?? []);
  return (
    <Card heading="Parameters">
      <div className={styles.parts}>
        {meta.parameters.length === 0 && <p>Nothing to set in a check.</p>}
        {meta.parameters.length > 0 && (
          <ParameterList heading="Of a check" parameters={meta.parameters} shipped={isDetector(meta) ? (card?.parameters ?? null) : null} />
        )}
        {training.length > 0 && <ParameterList heading="Of the training" parameters={training} shipped={card?.parameters ?? null} />}
        {presets.length > 0 && (
          <dl className={styles.presets}>
            {presets.map((preset) => (
              <div key={preset.id}>
                <dt>Preset “{preset.label}”</dt>
                <dd>{presetText(preset, training)}</dd>
              </div>
            ))}
          </dl>
        )}
      </div>
    </Card>
  );
}
