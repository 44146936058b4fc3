import { expect, it } from "vitest";
import { UNLABELLED } from "../table.ts";
import { parseLabel, UNREADABLE_LABEL } from "./label-cell.ts";

it.each([
  ["0", 0], ["1", 1], ["0.0", 0], ["1.0", 1], ["1,0", 1], ["false", 0], ["TRUE", 1], ["Normal", 0], ["anomaly", 1], ["Anomalous", 1], ["ABNORMAL", 1],
  ["", UNLABELLED], ["NA", UNLABELLED], ["nan", UNLABELLED], ["-", UNLABELLED],
  ["2", UNREADABLE_LABEL], ["-1", UNREADABLE_LABEL], ["0.5", UNREADABLE_LABEL], ["yes", UNREADABLE_LABEL], ["maybe", UNREADABLE_LABEL], ["01", UNREADABLE_LABEL],
])("%j is %d", (cell, label) => expect(parseLabel(`,${cell},`, 1, cell.length + 1)).toBe(label));
