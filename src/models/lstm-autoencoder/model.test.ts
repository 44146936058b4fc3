import { testShippedAutoencoder } from "../beat-autoencoder/fixtures/shipped-autoencoder.ts";
import { network } from "./model.ts";

/** The first beat of each class in the sample. */
const known = [
  { beat: 0, error: 16.0907 },
  { beat: 12, error: 100.2569 },
  { beat: 22, error: 43.0018 },
  { beat: 23, error: 67.8738 },
  { beat: 175, error: 90.8386 },
];

testShippedAutoencoder(network, known);
