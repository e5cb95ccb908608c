import type { AvroUnion } from './model.ts';
import { isNamed } from './model.ts';
import { isPlaceholder } from './parse-context.ts';
import { printAvro } from './print.ts';
import { refuse } from './refuse.ts';

/** Refuses a union that holds a union, or two branches that a value could not tell apart. */
export function requireUnion(union: AvroUnion): void {
  const seen = new Set<string>();
  for (const branch of union.branches) {
    if (branch.type === 'union') {
      throw refuse(
        `Nested union: ${printAvro(union)}`,
        'A union may not hold another union: write all branches in one',
      );
    }
    // A name that waits for its definition is told apart only once it is known.
    if (isPlaceholder(branch)) continue;
    const name = isNamed(branch) ? branch.name.fullName : branch.type;
    if (seen.has(name)) throw refuse(`Duplicate in union:${name}`);
    seen.add(name);
  }
}
