import type { Mode } from '@srkit/registry-protocol';

/** Why a registry would not do something, in the words of its errors. */
export interface Refusal {
  code: string;
  reason: string;
}

/** Why a mode does not let settings be changed or schemas be deleted. */
export function refusedByMode(mode: Mode): Refusal | undefined {
  if (mode !== 'READONLY' && mode !== 'READONLY_OVERRIDE') return undefined;
  return {
    code: 'operation_not_permitted',
    reason: `The mode in force is ${mode}, in which nothing is deleted and no configuration is changed.`,
  };
}
