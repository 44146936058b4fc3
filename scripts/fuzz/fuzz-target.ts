import fc from "fast-check";
import { seededRandom, type Random } from "../../src/ecg/numeric/random.ts";
import { pick } from "./mutate/pick.ts";

/** A file as a case gives it to a reader. */
export interface FuzzFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A reader and the inputs it is tried with. To add one, write a file in `targets/` and add a line to `targets.ts`. */
export interface FuzzTarget<Input> {
  readonly name: string;
  /** small sound inputs; made once a process */
  corpus(): readonly Input[] | Promise<readonly Input[]>;
  /** one change of an input, which knows its structure; the input itself stays as it is */
  mutate(input: Input, random: Random): Input;
  /** inputs from nothing */
  readonly generated: fc.Arbitrary<Input>;
  /** What reading it ended in, in a word. Throws what the reader throws, and an Error where a result breaks its promises. */
  run(input: Input): Promise<string>;
  /** the input as files, to be kept of a case that failed */
  files(input: Input): readonly FuzzFile[];
}

export interface FuzzCase {
  readonly files: readonly FuzzFile[];
  run(): Promise<string>;
}

/** A target whose kind of input nobody else needs to know. */
export interface CaseSource {
  readonly name: string;
  /** Cases by their number: the same for the same seed, wherever and in whatever order they are made. */
  prepare(seed: number): Promise<(index: number) => FuzzCase>;
}

const GENERATED_SHARE = 0.15;
const MOST_MUTATIONS = 4;

export function defineTarget<Input>(target: FuzzTarget<Input>): CaseSource {
  return {
    name: target.name,
    async prepare(seed) {
      const corpus = await target.corpus();
      return (index) => {
        const input = inputOf(target, corpus, caseSeed(seed, target.name, index));
        return { files: target.files(input), run: () => target.run(input) };
      };
    },
  };
}

function inputOf<Input>(target: FuzzTarget<Input>, corpus: readonly Input[], seed: number): Input {
  const random = seededRandom(seed);
  if (random.uniform() < GENERATED_SHARE) return fc.sample(target.generated, { seed: seed | 0, numRuns: 1 })[0];
  let input = pick(random, corpus);
  for (let left = 1 + random.integer(MOST_MUTATIONS); left > 0; left--) input = target.mutate(input, random);
  return input;
}

/** FNV-1a, 32 bits. */
function caseSeed(seed: number, name: string, index: number): number {
  let hash = 0x811c9dc5;
  for (const character of `${seed}/${name}/${index}`) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193);
  return hash >>> 0;
}
