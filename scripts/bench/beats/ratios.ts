import { median } from "../table.ts";
import type { Rate } from "./rates.ts";

const OURS = "WASM SIMD";
const PEER = /^onnxruntime-web/;

/** How many times as fast the network runs in TensorFlow.js as in ONNX Runtime Web, whose faster form counts; the median of the rounds' ratios. */
export function againstOnnx(rates: readonly Rate[]): { readonly batch: number; readonly ratio: number }[] {
  const peers = rates.filter(({ runtime }) => PEER.test(runtime));
  return [...new Set(peers.map(({ batch }) => batch))].flatMap((batch) => {
    const [fastest] = peers.filter((rate) => rate.batch === batch).toSorted((a, b) => median(b.runs) - median(a.runs));
    const ours = rates.find((rate) => rate.runtime === OURS && rate.model === fastest.model && rate.batch === batch);
    return ours === undefined ? [] : [{ batch, ratio: median(ours.runs.map((run, round) => run / fastest.runs[round])) }];
  });
}

/** How many times as fast the convolutional autoencoder is as the LSTM one, many beats at a time; null where one was not timed. */
export function againstLstmAutoencoder(rates: readonly Rate[]): number | null {
  const rateOf = (model: Rate["model"]) => {
    const rate = rates.find((each) => each.model === model && each.runtime === OURS && each.batch > 1);
    return rate === undefined || rate.runs.length === 0 ? null : median(rate.runs);
  };
  const [convolutional, lstm] = [rateOf("conv-autoencoder"), rateOf("lstm-autoencoder")];
  return convolutional === null || lstm === null ? null : convolutional / lstm;
}
