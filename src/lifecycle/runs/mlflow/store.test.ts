import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { zipFiles } from "../../../ecg/export/zip-files.ts";
import { anyRuns, sampleRun } from "../testing.ts";
import { openArchive } from "./archive.ts";
import { readStore } from "./read-store.ts";
import type { StoreFile } from "./store-file.ts";
import { writeStore, type RunToWrite } from "./write-store.ts";

const DATE = new Date(2026, 10, 21);
const utf8 = new TextEncoder();

const throughArchive = async (runs: readonly RunToWrite[]) => readStore(openArchive(zipFiles(await writeStore(runs), DATE), "runs.zip"));

/** MLflow's own files by their paths. */
const store = (texts: Readonly<Record<string, string>>): StoreFile[] =>
  Object.entries(texts).map(([path, text]) => ({ path, bytes: text.length, read: () => Promise.resolve(utf8.encode(text)) }));

const byId = (a: { readonly run: { readonly id: string } }, b: { readonly run: { readonly id: string } }) => (a.run.id < b.run.id ? -1 : 1);

describe("writing and reading a store", () => {
  test("runs come back as they were, with whatever names and texts", async () => {
    await fc.assert(
      fc.asyncProperty(anyRuns, async (runs) => {
        const { runs: read, deleted } = await throughArchive(runs.map((each) => ({ ...each, files: null })));
        expect(read.map(({ run, epochs }) => ({ run, epochs })).sort(byId)).toEqual([...runs].sort(byId));
        expect(deleted).toBe(0);
      }),
      { numRuns: 200 },
    );
  });

  test("every path is one that MLflow takes", async () => {
    await fc.assert(
      fc.asyncProperty(anyRuns, async (runs) => {
        for (const path of (await writeStore(runs.map((each) => ({ ...each, files: null })))).keys()) {
          const name = /^mlruns\/\d{18}\/[\w-]+\/(?:params|metrics|tags)\/(.+)$/.exec(path)?.[1];
          if (name !== undefined) expect(name).toMatch(/^(?!\/)(?!.*(^|\/)\.{1,2}(\/|$))(?!.*\/\/)[/\w.\- ]*[^/]$/);
        }
      }),
    );
  });

  test("the layout is MLflow's", async () => {
    const run = sampleRun({ tags: { site: "Ward 3", "mlflow.user": "me" }, note: "Low rate" });
    const epochs = [1, 2].map((epoch) => ({ runId: run.id, epoch, at: `2026-11-21T10:0${epoch}:00.000Z`, metrics: { loss: 1 / epoch, "validation loss": 2 / epoch } }));
    const files = await writeStore([{ run, epochs, files: { "model.json": utf8.encode("{}") } }], "file:///home/me/mlruns");
    const experiment = "mlruns/141995357451333041";
    const folder = `${experiment}/0b7e1c5264a14a7e9d0c0d6f3f1b2a10`;
    const text = (path: string) => new TextDecoder().decode(files.get(path));
    expect([...files.keys()].filter((path) => !/isoline\.|inputs|datasets/.test(path)).sort()).toEqual([
      `${folder}/artifacts/model.json`, `${folder}/meta.yaml`,
      `${folder}/metrics/final/best epoch`, `${folder}/metrics/final/validation loss`, `${folder}/metrics/loss`, `${folder}/metrics/validation loss`,
      `${folder}/params/epochs`, `${folder}/params/learningRate`, `${folder}/params/resampling`,
      `${folder}/tags/_x006D_lflow.user`, `${folder}/tags/mlflow.note.content`, `${folder}/tags/mlflow.runName`, `${folder}/tags/mlflow.source.name`,
      `${folder}/tags/mlflow.source.type`, `${folder}/tags/mlflow.user`, `${folder}/tags/site`,
      `${experiment}/meta.yaml`,
    ].sort());
    expect(text(`${experiment}/meta.yaml`)).toBe(
      'artifact_location: "file:///home/me/mlruns/141995357451333041"\ncreation_time: 1795255200000\nexperiment_id: "141995357451333041"\nlast_update_time: 1795255200000\nlifecycle_stage: "active"\nname: "beat-cnn"\n',
    );
    expect(text(`${folder}/meta.yaml`).split("\n")).toEqual([
      `artifact_uri: "file:///home/me/${folder}/artifacts"`, "deleted_time: null", "end_time: 1795255500000", 'entry_point_name: ""', 'experiment_id: "141995357451333041"',
      'lifecycle_stage: "active"', 'run_id: "0b7e1c5264a14a7e9d0c0d6f3f1b2a10"', 'run_name: "First try"', 'run_uuid: "0b7e1c5264a14a7e9d0c0d6f3f1b2a10"',
      'source_name: ""', "source_type: 4", 'source_version: ""', "start_time: 1795255200000", "status: 3", "tags: []", 'user_id: "isoline"', "",
    ]);
    expect(text(`${folder}/metrics/loss`)).toBe("1795255260000 1 1\n1795255320000 0.5 2\n");
    expect(text(`${folder}/metrics/final/validation loss`)).toBe("1795255500000 0.21 2\n");
  });

  test("a run that was going on comes back stopped, when it was last heard of", async () => {
    for (const kind of ["running", "paused"] as const) {
      const run = sampleRun({ state: { kind }, artifact: null, metrics: {} });
      const epochs = [{ runId: run.id, epoch: 1, at: "2026-11-21T10:02:00.000Z", metrics: { loss: 1 } }];
      const { runs } = await throughArchive([{ run, epochs, files: null }]);
      expect(runs[0].run).toEqual({ ...run, state: { kind: "stopped", endedAt: "2026-11-21T10:02:00.000Z" } });
    }
  });

  test("artifacts come along", async () => {
    const { runs } = await throughArchive([{ run: sampleRun(), epochs: [], files: { "model.json": utf8.encode("{}"), "weights.bin": new Uint8Array([1, 2, 3]) } }]);
    expect([...runs[0].artifacts.keys()].sort()).toEqual(["model.json", "weights.bin"]);
    expect(await runs[0].artifacts.get("weights.bin")?.read()).toEqual(new Uint8Array([1, 2, 3]));
  });
});

describe("reading what MLflow wrote", () => {
  const RUN = "mlruns/606783375233873416/1c6b2d5b909041df93e6e00b960de019";
  const mlflow = {
    "mlruns/606783375233873416/meta.yaml": "artifact_location: file:///home/me/mlruns/606783375233873416\ncreation_time: 1721450900000\nexperiment_id: '606783375233873416'\nlast_update_time: 1721450900000\nlifecycle_stage: active\nname: income\n",
    [`${RUN}/meta.yaml`]:
      "artifact_uri: file:///home/me/mlruns/606783375233873416/1c6b2d5b909041df93e6e00b960de019/artifacts\nend_time: 1721450907230\nentry_point_name: ''\nexperiment_id: '606783375233873416'\nlifecycle_stage: active\nrun_id: 1c6b2d5b909041df93e6e00b960de019\nrun_name: wistful-ant-659\nrun_uuid: 1c6b2d5b909041df93e6e00b960de019\nsource_name: ''\nsource_type: 4\nsource_version: ''\nstart_time: 1721450907221\nstatus: 3\ntags: []\nuser_id: me\n",
    [`${RUN}/params/lr`]: "1e-05",
    [`${RUN}/params/opt`]: "adam",
    [`${RUN}/metrics/train/loss`]: "1721450907222 0.5 0\n1721450907223 0.25 1\n1721450907224 nan 2\n",
    [`${RUN}/metrics/accuracy`]: "1721450907229 0.9 0 test_set 12ab\n",
    [`${RUN}/tags/mlflow.source.name`]: "train.py",
    [`${RUN}/tags/mlflow.source.git.commit`]: "abc",
    [`${RUN}/tags/mlflow.runName`]: "wistful-ant-659",
    [`${RUN}/tags/feature_x002F_`]: "kept as it is",
    [`${RUN}/inputs/1/meta.yaml`]: "destination_id: d\ndestination_type: RUN\nsource_id: d\nsource_type: DATASET\ntags:\n  mlflow.data.context: train\n",
    "mlruns/606783375233873416/datasets/d/meta.yaml": "digest: 12ab\nname: census\nprofile: '{\"num_rows\": 48842}'\nschema: null\nsource: '{}'\nsource_type: local\n",
    "mlruns/606783375233873416/.DS_Store": "",
  };

  test("a run with steps from 0, a last value, a dataset and tags", async () => {
    const { runs } = await readStore(store(mlflow));
    expect(runs).toHaveLength(1);
    expect(runs[0].run).toEqual({
      id: "1c6b2d5b909041df93e6e00b960de019",
      name: "wistful-ant-659",
      modelId: "income",
      state: { kind: "finished", endedAt: "2024-07-20T04:48:27.230Z" },
      startedAt: "2024-07-20T04:48:27.221Z",
      parameters: { lr: 1e-5, opt: "adam" },
      data: { name: "census", sha256: "", rows: 48_842, rowsPerClass: {}, split: { by: "row", training: 0, validation: 0 }, seed: 0 },
      start: { kind: "scratch" },
      origin: "command",
      backend: "",
      appVersion: "",
      durationMs: 9,
      metrics: { "train/loss": NaN, accuracy: 0.9 },
      tags: { user: "me", source: "train.py", "mlflow.source.git.commit": "abc", feature_x002F_: "kept as it is" },
      note: "",
      artifact: null,
    });
    expect(runs[0].epochs.map(({ epoch, metrics }) => [epoch, metrics])).toEqual([[1, { "train/loss": 0.5 }], [2, { "train/loss": 0.25 }], [3, { "train/loss": NaN }]]);
  });

  test("what was read of MLflow's goes out and comes back the same", async () => {
    const [{ run, epochs }] = (await readStore(store(mlflow))).runs;
    const [again] = (await throughArchive([{ run, epochs, files: null }])).runs;
    expect({ run: again.run, epochs: again.epochs }).toEqual({ run, epochs });
  });

  test("values logged without a step count as they came; a deleted run is left out and counted", async () => {
    const texts = { ...mlflow, [`${RUN}/metrics/train/loss`]: "1721450907222 3\n1721450907222 2\n1721450907222 1\n" };
    expect((await readStore(store(texts))).runs[0].epochs.map(({ epoch, metrics }) => [epoch, metrics["train/loss"]])).toEqual([[1, 3], [2, 2], [3, 1]]);
    const gone = await readStore(store({ ...mlflow, [`${RUN}/meta.yaml`]: mlflow[`${RUN}/meta.yaml`].replace("lifecycle_stage: active", "lifecycle_stage: deleted") }));
    expect(gone).toEqual({ runs: [], deleted: 1 });
  });

  test("a run found on its own, without its experiment", async () => {
    const own = Object.fromEntries(Object.entries(mlflow).filter(([path]) => path.startsWith(RUN)).map(([path, text]) => [path.slice("mlruns/606783375233873416/".length), text]));
    expect((await readStore(store(own))).runs[0].run.modelId).toBe("606783375233873416");
  });

  test("what is broken is said with its file", async () => {
    const read = (change: Readonly<Record<string, string>>) => readStore(store({ ...mlflow, ...change }));
    const meta = mlflow[`${RUN}/meta.yaml`];
    await expect(read({ [`${RUN}/meta.yaml`]: meta.replace("status: 3", "status: 9") })).rejects.toMatchObject({ code: "bad-run-file", place: { file: `${RUN}/meta.yaml`, value: "9" } });
    await expect(read({ [`${RUN}/meta.yaml`]: meta.replace(/run_id: .*/, "run_id: ../../x") })).rejects.toMatchObject({ code: "bad-run-file" });
    await expect(read({ [`${RUN}/meta.yaml`]: meta.replace(/start_time: .*/, "start_time: 9e99") })).rejects.toMatchObject({ code: "bad-run-file" });
    await expect(read({ [`${RUN}/meta.yaml`]: "run_id: [" })).rejects.toMatchObject({ code: "bad-run-file", place: { file: `${RUN}/meta.yaml` } });
    await expect(read({ [`${RUN}/meta.yaml`]: "a: &a [x, x]\nrun_id: *a\n" })).rejects.toMatchObject({ code: "bad-run-file" });
    await expect(read({ [`${RUN}/metrics/train/loss`]: "1721450907222 0.5 0\nnow 1 2\n" })).rejects.toMatchObject({ code: "bad-run-file", place: { file: `${RUN}/metrics/train/loss`, line: 2 } });
    await expect(readStore(store({ "notes/readme.txt": "" }))).rejects.toMatchObject({ code: "no-runs" });
  });

  test("a run of ours that was changed by hand is read or refused, never half read", async () => {
    const files = await writeStore([{ run: sampleRun(), epochs: [], files: null }]);
    const change = (name: string, text: string) =>
      [...files].filter(([path]) => !path.endsWith("/")).map(([path, bytes]) => ({ path, bytes: bytes.length, read: () => Promise.resolve(path.endsWith(`/tags/${name}`) ? utf8.encode(text) : new Uint8Array(bytes)) }));
    for (const [name, text] of [["isoline.data.split", "{"], ["isoline.data.rowsPerClass", '{"N":"1"}'], ["isoline.artifact", "[]"], ["isoline.origin", "web"], ["isoline.start", "two"], ["isoline.id", "other"], ["isoline.durationMs", ""]]) {
      await expect(readStore(change(name, text))).rejects.toMatchObject({ code: "bad-run-file" });
    }
    expect((await readStore(change("isoline.backend", "Other"))).runs[0].run.backend).toBe("Other");
  });
});
