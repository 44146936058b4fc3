import type { LayerRow, LayerTable } from "../../models/layer-table.ts";
import { formatCount } from "../shared/format.ts";
import styles from "./layer-rows.module.css";

/** The layer table as Keras prints it; on a phone it scrolls within itself. */
export function LayerRows({ table }: { readonly table: LayerTable }) {
  const { layers, totalParameters, trainableParameters } = table;
  return (
    <div className={styles.region} role="region" aria-label="Layer table" tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Layer (type)</th>
            <th scope="col">Output Shape</th>
            <th scope="col" className={styles.number}>Param #</th>
            <th scope="col">Connected to</th>
          </tr>
        </thead>
        <tbody>
          {layers.map((layer) => (
            <tr key={layer.name}>
              <th scope="row">{layer.name} <span className={styles.type}>({layer.type})</span></th>
              <td className={styles.shape}>{shapeText(layer)}</td>
              <td className={styles.number}>{formatCount(layer.parameters)}</td>
              <td>{layer.connectedTo.join(", ")}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <Total name="Total params" parameters={totalParameters} />
          <Total name="Trainable params" parameters={trainableParameters} />
          <Total name="Non-trainable params" parameters={totalParameters - trainableParameters} />
        </tfoot>
      </table>
    </div>
  );
}

function Total({ name, parameters }: { readonly name: string; readonly parameters: number }) {
  return (
    <tr>
      <th scope="row" colSpan={2}>{name}</th>
      <td className={styles.number}>{formatCount(parameters)}</td>
      <td />
    </tr>
  );
}

/** "(None, 140, 16)", None being the number of beats. */
function shapeText({ outputShape }: LayerRow): string {
  return `(${outputShape.map((size) => size ?? "None").join(", ")})`;
}
