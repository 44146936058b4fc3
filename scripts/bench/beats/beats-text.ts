import { formatTable, median } from "../table.ts";
import { PEER_MODEL, type BeatsBench } from "./beats.ts";
import { againstLstmAutoencoder, againstOnnx } from "./ratios.ts";

const WHOLE_TARGET_S = 5;
const LSTM_TARGET = 10;

/** The bench of beats as it is printed. */
export function beatsText(bench: BeatsBench): string {
  const { rates, wholeChecks, onnxDifference, missing, inBrowser } = bench;
  const subjects = [...new Map(rates.map((rate) => [`${rate.model} ${rate.runtime}`, rate])).values()];
  const rateOf = (model: string, runtime: string, batch: number) => {
    const rate = rates.find((each) => each.model === model && each.runtime === runtime && each.batch === batch);
    return rate === undefined || rate.runs.length === 0 ? "too slow" : count(median(rate.runs));
  };
  const parts = [
    formatTable(
      ["Beats per second", "runtime", "one at a time", "1,024 at a time"],
      subjects.map(({ model, runtime }) => [model, runtime, rateOf(model, runtime, 1), rateOf(model, runtime, 1024)]),
    ),
  ];
  if (onnxDifference !== null) {
    const rows = againstOnnx(rates).map(({ batch, ratio }) => [`TensorFlow.js ÷ onnxruntime-web, ${PEER_MODEL}, batch ${batch.toLocaleString("en")}`, ratio.toFixed(2), "1"]);
    const lstm = againstLstmAutoencoder(rates);
    if (lstm !== null) rows.push(["conv-autoencoder ÷ lstm-autoencoder, batch 1,024", lstm.toFixed(1), String(LSTM_TARGET)]);
    parts.push(formatTable(["Ratio", "", "to reach"], rows), `Their answers differ by at most ${onnxDifference.toExponential(1)}.`);
  }
  if (wholeChecks.length > 0) {
    parts.push(
      formatTable(
        ["A check of 21,892 beats in Chromium, loading included", "backend", "s", "to reach"],
        wholeChecks.map(({ model, backend, seconds }) => [model, backend, seconds.length === 0 ? "> 60" : median(seconds).toFixed(2), model === PEER_MODEL ? String(WHOLE_TARGET_S) : ""]),
      ),
    );
  }
  if (missing.length > 0) parts.push(`Not shipped, so not timed: ${missing.join(", ")}.`);
  if (!inBrowser) parts.push("No Chrome or Chromium was found, so nothing was timed in a browser.");
  return parts.join("\n\n");
}

const count = (value: number): string => (value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString("en"));
