/** What the checker says; `unknown` where something could not be read or is too large to compare. */
export type EvolutionVerdict = 'accepted' | 'refused' | 'unknown';

/** Refused where one is, else unknown where one is. */
export function allVerdicts(verdicts: readonly EvolutionVerdict[]): EvolutionVerdict {
  if (verdicts.includes('refused')) return 'refused';
  return verdicts.includes('unknown') ? 'unknown' : 'accepted';
}
