/** npm run predict -- MODEL FILE…: a shipped model's answers for files, without the app. Exit status: 0 all answered, 1 some could not be, 2 the call is wrong. */
import { predict } from "./lib/predict/predict.ts";
import { runMain } from "./lib/run-main.ts";

await runMain(async () => {
  const failed = await predict(process.argv.slice(2), { print: (text) => process.stdout.write(text), complain: (line) => process.stderr.write(`${line}\n`) });
  if (failed > 0) process.exitCode = 1;
}, 2);
