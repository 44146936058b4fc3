import type { Random } from "./random.ts";

/**
 * How many of `trials` succeed, each with the same probability. By inversion, walking outwards from the most probable
 * count (L. Devroye, Non-Uniform Random Variate Generation, ch. X.4): some √trials steps.
 */
export function binomial(random: Pick<Random, "uniform">, trials: number, probability: number): number {
  if (probability <= 0) return 0;
  if (probability >= 1) return trials;
  const odds = probability / (1 - probability);
  const mode = Math.floor((trials + 1) * probability);
  let below = mode;
  let above = mode;
  let massBelow = Math.exp(logMass(mode, trials, probability));
  let massAbove = massBelow;
  let left = random.uniform() - massBelow;
  while (left >= 0 && (below > 0 || above < trials)) {
    if (above < trials) {
      massAbove *= ((trials - above) / (above + 1)) * odds;
      above++;
      left -= massAbove;
      if (left < 0) return above;
    }
    if (below > 0) {
      massBelow *= below / ((trials - below + 1) * odds);
      below--;
      left -= massBelow;
      if (left < 0) return below;
    }
  }
  return mode;
}

/** Draws as many as `counts` add up to with replacement, in the counts' shares, and counts them again. */
export function multinomial(random: Pick<Random, "uniform">, counts: readonly number[]): number[] {
  let left = counts.reduce((sum, count) => sum + count, 0);
  let shareLeft = left;
  return counts.map((count) => {
    const drawn = shareLeft === 0 ? 0 : binomial(random, left, count / shareLeft);
    left -= drawn;
    shareLeft -= count;
    return drawn;
  });
}

/** Natural logarithm of the probability of so many successes; the probability of one lies between 0 and 1, both excluded. */
export function logMass(successes: number, trials: number, probability: number): number {
  return (
    logFactorial(trials) - logFactorial(successes) - logFactorial(trials - successes) +
    successes * Math.log(probability) + (trials - successes) * Math.log1p(-probability)
  );
}

/** ln n!, from n = 16 on by Stirling's series: right to 1e-11 and better. */
function logFactorial(n: number): number {
  if (n < 16) {
    let product = 1;
    for (let factor = 2; factor <= n; factor++) product *= factor;
    return Math.log(product);
  }
  const x = n + 1;
  return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + (1 / 12 - (1 / 360 - 1 / (1260 * x * x)) / (x * x)) / x;
}
