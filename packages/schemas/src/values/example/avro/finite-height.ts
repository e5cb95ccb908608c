import type { AvroType } from '../../../avro/model.ts';

/**
 * How many levels the flattest value of each reachable type has; infinite where a type has no value,
 * because it needs itself or has nothing to choose from.
 */
export function finiteHeights(root: AvroType): ReadonlyMap<AvroType, number> {
  const order = innerFirst(root);
  const heights = new Map<AvroType, number>();
  const heightOf = (type: AvroType): number => heights.get(type) ?? Infinity;
  // Types that reach themselves need more than one round; each round settles at least one of them.
  for (let changed = true; changed; ) {
    changed = false;
    for (const type of order) {
      const height = flattest(type, heightOf);
      if (height >= heightOf(type)) continue;
      heights.set(type, height);
      changed = true;
    }
  }
  return heights;
}

function flattest(type: AvroType, heightOf: (type: AvroType) => number): number {
  switch (type.type) {
    case 'union':
      return (
        1 + type.branches.reduce((least, branch) => Math.min(least, heightOf(branch)), Infinity)
      );
    case 'record':
      return 1 + type.fields.reduce((most, field) => Math.max(most, heightOf(field.type)), 0);
    case 'enum':
      return type.symbols.length === 0 ? Infinity : 0;
    case 'array':
    case 'map':
      return 1;
    default:
      return 0;
  }
}

/** The reachable types, those inside before those around them where that is possible. */
function innerFirst(root: AvroType): AvroType[] {
  const order: AvroType[] = [];
  const entered = new Set<AvroType>();
  const left: { type: AvroType; done: boolean }[] = [{ type: root, done: false }];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const { type, done } = next;
    if (done) order.push(type);
    else if (!entered.has(type)) {
      entered.add(type);
      left.push({ type, done: true });
      for (const inner of innerTypes(type)) left.push({ type: inner, done: false });
    }
  }
  return order;
}

function innerTypes(type: AvroType): readonly AvroType[] {
  switch (type.type) {
    case 'union':
      return type.branches;
    case 'array':
      return [type.items];
    case 'map':
      return [type.values];
    case 'record':
      return type.fields.map((field) => field.type);
    default:
      return [];
  }
}
