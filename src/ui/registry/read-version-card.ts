import type { ArtifactFiles, ModelVersion } from "../../lifecycle/registry/model-version.ts";
import type { AnyCard } from "../models/model-kinds.ts";

/**
 * The card among a version's files; null where there is none that the page can show. Figures on an imported card are left
 * out: anybody can write them.
 */
export function readVersionCard(files: ArtifactFiles, { modelId, origin }: Pick<ModelVersion, "modelId" | "origin">): AnyCard | null {
  if (!Object.hasOwn(files, "card.json")) return null;
  const card = parsed(files["card.json"]);
  if (!isCard(card, modelId)) return null;
  if (origin.kind !== "imported") return card;
  return (Array.isArray(card.metrics) ? { ...card, metrics: [] } : { ...card, metrics: null }) as AnyCard;
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    // A version may come with any file of this name; one that is no card is not shown.
    return null;
  }
}

const TEXTS = ["name", "version", "split", "intendedUse", "date", "licence"];
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);

/** What the page shows of a card, the figures aside; beat models have lists of figures, the others one set or null. */
function isCard(card: unknown, modelId: string): card is AnyCard {
  if (!isObject(card) || card["id"] !== modelId || !TEXTS.every((key) => typeof card[key] === "string")) return false;
  const { limits, trainedOn, metrics, threshold = null } = card;
  if (!Array.isArray(limits) || !limits.every((limit) => typeof limit === "string")) return false;
  if (!isObject(trainedOn) || typeof trainedOn["name"] !== "string" || typeof trainedOn["sha256"] !== "string" || typeof trainedOn["rows"] !== "number") return false;
  const needsPatients = !Array.isArray(metrics) && modelId !== "twelve-lead";
  return (!needsPatients || typeof trainedOn["patients"] === "number") && (threshold === null || typeof threshold === "number");
}
