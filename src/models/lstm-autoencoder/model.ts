import { type AutoencoderNetwork, networkAutoencoder } from "../beat-autoencoder/autoencoder.ts";
import { LSTM_AUTOENCODER_SHAPES } from "./build.ts";
import { computeSequences } from "./compute-sequences.ts";
import { meta } from "./meta.ts";

export const network: AutoencoderNetwork = { meta, shapes: LSTM_AUTOENCODER_SHAPES, batchSize: 64, prepare: computeSequences };

export const model = networkAutoencoder(network);
