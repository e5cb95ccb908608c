import type { Pair } from './comparison.ts';
import type { SchemaModel } from './model.ts';

/** Something about pairs of schemas. */
export interface PairMap<Value> {
  get(pair: Pair): Value | undefined;
  set(pair: Pair, value: Value): void;
  delete(pair: Pair): void;
}

/** Makes a map of pairs, which are the same where both of their schemas are. */
export function pairMap<Value>(): PairMap<Value> {
  const byOriginal = new Map<SchemaModel, Map<SchemaModel, Value>>();
  return {
    get: ({ original, update }) => byOriginal.get(original)?.get(update),
    set: ({ original, update }, value) => {
      const byUpdate = byOriginal.get(original);
      if (byUpdate === undefined) byOriginal.set(original, new Map([[update, value]]));
      else byUpdate.set(update, value);
    },
    delete: ({ original, update }) => {
      byOriginal.get(original)?.delete(update);
    },
  };
}
