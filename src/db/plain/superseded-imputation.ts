/** What stood in for metadata that were not given when schema 4 was in use: the means of the patients the shipped twelve-lead model learnt from. */
export const SUPERSEDED_IMPUTATION = { age: 49.89971346704871, sex: 0.5439093484419264, height: 166.9047619047619, weight: 69.04561403508772, nurse: 0, site: 0, device: 0 } as const;
