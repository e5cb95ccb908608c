import { javaHashOrder } from '../../java-hash-order.ts';
import { isSubset } from './compare-values.ts';
import type { Found, Tools } from './comparison.ts';
import { COST_OF_NAME, differ } from './comparison.ts';
import type { ObjectSchema } from './model.ts';

/** Compares what two schemas demand where a property is there: other properties, then schemas. */
export function compareDependencies(
  original: ObjectSchema,
  update: ObjectSchema,
  tools: Tools,
): Found[] {
  const { requiredWith, schemaWith } = original;
  const schemas = allNames(schemaWith, update.schemaWith, tools).flatMap((name): Found[] => {
    const before = schemaWith.get(name)?.load();
    const after = update.schemaWith.get(name)?.load();
    const steps = ['dependencies', name];
    if (before === undefined) return [differ('DEPENDENCY_SCHEMA_ADDED', ...steps)];
    if (after === undefined) return [differ('DEPENDENCY_SCHEMA_REMOVED', ...steps)];
    return [{ original: before, update: after, steps }];
  });
  const names = allNames(requiredWith, update.requiredWith, tools).flatMap((name) =>
    compareNames(name, requiredWith.get(name), update.requiredWith.get(name), tools),
  );
  return [...names, ...schemas];
}

function allNames(
  original: ReadonlyMap<string, unknown>,
  update: ReadonlyMap<string, unknown>,
  { spend }: Tools,
): string[] {
  if (original.size === 0 && update.size === 0) return [];
  spend((original.size + update.size) * COST_OF_NAME);
  return javaHashOrder(new Set([...original.keys(), ...update.keys()]), {
    reserved: original.size,
  });
}

function compareNames(
  name: string,
  before: ReadonlySet<string> | undefined,
  after: ReadonlySet<string> | undefined,
  { spend }: Tools,
): Found[] {
  const steps = ['dependencies', name];
  if (before === undefined) return [differ('DEPENDENCY_ARRAY_ADDED', ...steps)];
  if (after === undefined) return [differ('DEPENDENCY_ARRAY_REMOVED', ...steps)];
  spend((before.size + after.size) * COST_OF_NAME);
  const keepsAll = isSubset(before, after);
  const addsNone = isSubset(after, before);
  if (keepsAll && addsNone) return [];
  if (keepsAll) return [differ('DEPENDENCY_ARRAY_EXTENDED', ...steps)];
  return [differ(addsNone ? 'DEPENDENCY_ARRAY_NARROWED' : 'DEPENDENCY_ARRAY_CHANGED', ...steps)];
}
