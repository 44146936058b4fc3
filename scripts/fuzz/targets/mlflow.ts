import fc from "fast-check";
import { unzipSync } from "fflate";
import type { Random } from "../../../src/ecg/numeric/random.ts";
import { openArchive } from "../../../src/lifecycle/runs/mlflow/archive.ts";
import { readStore } from "../../../src/lifecycle/runs/mlflow/read-store.ts";
import { writeStore } from "../../../src/lifecycle/runs/mlflow/write-store.ts";
import { sampleRun } from "../../../src/lifecycle/runs/testing.ts";
import { defineTarget } from "../fuzz-target.ts";
import { fileOf, fileTarget, type Files } from "../file-target.ts";
import { HOSTILE_TEXTS } from "../mutate/hostile.ts";
import type { Bytes } from "../mutate/mutate-bytes.ts";
import { mutateText } from "../mutate/mutate-text.ts";
import { mutateZip, zipOf } from "../mutate/mutate-zip.ts";
import { pick } from "../mutate/pick.ts";

type Entries = Readonly<Record<string, Uint8Array>>;

const zipped = (entries: Entries): Files => [fileOf("mlruns.zip", zipOf(entries))];

/** A run as MLflow's own client writes it. */
const FOREIGN: Entries = Object.fromEntries(
  Object.entries({
    "mlruns/0/meta.yaml": "artifact_location: mlflow-artifacts:/0\ncreation_time: 1690000000000\nexperiment_id: '0'\nlifecycle_stage: active\nname: Default\n",
    "mlruns/0/0123456789abcdef0123456789abcdef/meta.yaml": "artifact_uri: x\nend_time: 1690000009000\nexperiment_id: '0'\nlifecycle_stage: active\nrun_id: 0123456789abcdef0123456789abcdef\nrun_name: nimble-fox-1\nstart_time: 1690000000000\nstatus: 3\ntags: []\nuser_id: me\n",
    "mlruns/0/0123456789abcdef0123456789abcdef/params/lr": "0.001",
    "mlruns/0/0123456789abcdef0123456789abcdef/metrics/loss": "1690000001000 0.5 1\n1690000002000 0.25 2\n",
    "mlruns/0/0123456789abcdef0123456789abcdef/tags/mlflow.note.content": "a note",
  }).map(([path, text]) => [path, new TextEncoder().encode(text)]),
);

async function corpus(): Promise<readonly Files[]> {
  const epochs = [1, 2].map((epoch) => ({ runId: sampleRun().id, epoch, at: "2026-11-21T10:01:00.000Z", metrics: { loss: 1 / epoch, "validation loss": 0.5 } }));
  const own = await writeStore([{ run: sampleRun({ tags: { ward: "3b" }, note: "n" }), epochs, files: { "card.json": new TextEncoder().encode("{}") } }]);
  return [zipped(Object.fromEntries(own)), zipped(FOREIGN), zipped({ ...FOREIGN, ...Object.fromEntries(own) })];
}

const YAML = ["&a [*a, *a]", "a: &x 1\nb: *x", "[".repeat(2000), "{a: ".repeat(500), "- ".repeat(1000), "? ".repeat(500), "!!js/function 'x'", "!<tag:yaml.org,2002:binary> aa", "<<: {a: 1}", "__proto__: {polluted: 1}", "run_id: __proto__", "start_time: 1e999", "status: 99", "end_time: .inf", "'", '"', "|\n", ">-\n\n", "%YAML 9.9\n---\n", "---\n---\n", "\t"];

/** Now and then what the archive says of its files, mostly a file in it, or its name. */
function mutateStore(bytes: Bytes, random: Random): Bytes {
  if (random.uniform() < 0.25) return mutateZip(bytes, random);
  const entries = entriesOf(bytes);
  const paths = Object.keys(entries);
  if (paths.length === 0) return mutateZip(bytes, random);
  const path = pick(random, paths);
  const way = random.uniform();
  const content = new Uint8Array(entries[path]);
  if (way < 0.5) return zipOf({ ...entries, [path]: mutateText(content, random) });
  if (way < 0.7) return zipOf({ ...entries, [path]: new TextEncoder().encode(`${new TextDecoder().decode(content)}${pick(random, ["", "\n"])}${pick(random, YAML)}\n`) });
  if (way < 0.8) return zipOf(Object.fromEntries(Object.entries(entries).filter(([each]) => each !== path)));
  const folder = path.slice(0, path.lastIndexOf("/"));
  return zipOf({ ...entries, [pick(random, [`${folder}/${pick(random, HOSTILE_TEXTS)}`, `${path}/x`, `${folder}/${folder}`, path.replace("meta", pick(random, HOSTILE_TEXTS)), `${"d/".repeat(1 + random.integer(400))}meta.yaml`])]: content });
}

function entriesOf(bytes: Bytes): Entries {
  try {
    return unzipSync(bytes, { filter: ({ originalSize }) => originalSize < 1e6 });
  } catch {
    return {}; // an earlier change broke it, and the next one changes its bytes
  }
}

const line = fc.oneof(fc.constantFrom("run_id: a", "run_uuid: b", "experiment_id: '1'", "name: x", "start_time: 5", "end_time: null", "status: 1", "lifecycle_stage: deleted", "tags: []"), fc.constantFrom(...YAML), fc.string({ maxLength: 20 }));
const generated = fc
  .array(fc.tuple(fc.constantFrom("mlruns/0/meta.yaml", "mlruns/0/a/meta.yaml", "mlruns/0/a/params/x", "mlruns/0/a/metrics/m", "mlruns/0/a/tags/isoline.format", "mlruns/0/a/inputs/i/meta.yaml", ".trash/a/meta.yaml", "a/meta.yaml"), fc.array(line, { maxLength: 6 })), { minLength: 1, maxLength: 5 })
  .map((files) => zipped(Object.fromEntries(files.map(([path, lines]) => [path, new TextEncoder().encode(lines.join("\n"))]))));

export const mlflowTarget = defineTarget(
  fileTarget({
    name: "mlflow",
    corpus,
    mutateFile: ({ bytes }, random) => mutateStore(bytes, random),
    generated,
    async read([file]) {
      const { runs } = await readStore(openArchive(new Uint8Array(await file.arrayBuffer()), file.name));
      for (const { artifacts, run } of runs) {
        if ([...artifacts.keys()].some((path) => path.split("/").includes(".."))) throw new Error("An artifact's path leads out of its run.");
        structuredClone(run);
        for (const artifact of artifacts.values()) await artifact.read();
      }
      return "runs";
    },
  }),
);
