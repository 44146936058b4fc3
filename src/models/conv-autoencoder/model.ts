import { type AutoencoderNetwork, networkAutoencoder } from "../beat-autoencoder/autoencoder.ts";
import { CONV_AUTOENCODER_SHAPES } from "./build.ts";
import { meta } from "./meta.ts";

export const network: AutoencoderNetwork = { meta, shapes: CONV_AUTOENCODER_SHAPES, batchSize: 256 };

export const model = networkAutoencoder(network);
