import { testShippedAutoencoder } from "../beat-autoencoder/fixtures/shipped-autoencoder.ts";
import { network } from "./model.ts";

/** The first beat of each class in the sample. */
const known = [
  { beat: 0, error: 22.5751 },
  { beat: 12, error: 92.7436 },
  { beat: 22, error: 85.3129 },
  { beat: 23, error: 84.3611 },
  { beat: 175, error: 76.9223 },
];

testShippedAutoencoder(network, known);
