import fc from "fast-check";

/** A build is repeatable, so properties see the same cases each time; `FC_SEED=7 npx vitest run` looks at others. */
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 1) });
