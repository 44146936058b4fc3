/** What a case may take at most. */
export const LIMITS = {
  /** of processor time */
  caseS: 1,
  /** of typed arrays and buffers asked for in one case, whatever the input claims … */
  allocatedBytes: 256 * 2 ** 20,
  /** … and so many more for each byte of the input: what deflate can hold at most */
  allocatedPerInputByte: 1032,
  /** JavaScript's own heap in one process */
  heapMb: 512,
  /** of a process */
  residentBytes: 1.5 * 2 ** 30,
} as const;
