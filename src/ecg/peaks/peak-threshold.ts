/** Pan and Tompkins' running estimates of how high peaks of the signal and of the noise are, and the threshold between. */
export class PeakThreshold {
  private signal: number;
  private noise: number;

  /** `learning`: the first 2 s, which hold at least one beat at an ordinary rate. */
  constructor(learning: Float32Array) {
    this.signal = learning.reduce((a, b) => Math.max(a, b), 0) / 3;
    this.noise = learning.reduce((sum, value) => sum + value, 0) / Math.max(1, learning.length) / 2;
  }

  get level(): number {
    return this.noise + 0.25 * (this.signal - this.noise);
  }

  learnSignal(peak: number, weight: number): void {
    this.signal += weight * (peak - this.signal);
  }

  learnNoise(peak: number): void {
    this.noise += 0.125 * (peak - this.noise);
  }
}
