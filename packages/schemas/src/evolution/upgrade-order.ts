import type { EvolutionVerdict } from './evolution-verdict.ts';

/**
 * Who gets a new schema first, so that everybody can read what is written meanwhile:
 * `consumers_first` where only the new schema reads the old data, `producers_first` where only the
 * old one reads the new data, `any_order` where both do, `no_order` where neither does.
 */
export type UpgradeOrder =
  | 'any_order'
  | 'consumers_first'
  | 'producers_first'
  | 'no_order'
  | 'unknown';

/** Who is to go first, by which schema reads which data. */
export function upgradeOrder(backward: EvolutionVerdict, forward: EvolutionVerdict): UpgradeOrder {
  if (backward === 'unknown' || forward === 'unknown') return 'unknown';
  if (backward === 'accepted') return forward === 'accepted' ? 'any_order' : 'consumers_first';
  return forward === 'accepted' ? 'producers_first' : 'no_order';
}
