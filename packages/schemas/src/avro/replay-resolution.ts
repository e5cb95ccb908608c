import type { AvroField, AvroRecord, AvroType } from './model.ts';
import type { ParseContext } from './parse-context.ts';
import { isPlaceholder } from './parse-context.ts';
import { refuse } from './refuse.ts';
import { requireDefault } from './validate-default.ts';

/** One walk of Java's visitor: what is left to do, last first, and what it has entered. */
interface Walk {
  left: (AvroType | { finish: AvroRecord })[];
  entered: Set<AvroType>;
}

const GREATEST_EFFORT = 500_000;

/**
 * Goes through the definitions in the order in which Avro Java 1.12 copies them, and refuses what
 * it refuses on the way: the first undefined name, and a default that needs the fields of a record
 * whose copy is not finished. Changes nothing.
 *
 * A name used before its definition starts a walk of its own, which enters unfinished records again;
 * so a record may be finished by an inner walk before the one that began it.
 *
 * @returns false where that is too much work
 * @throws SchemaError `invalid_schema`
 */
export function replayResolution(root: AvroType, context: ParseContext): boolean {
  const { definitions } = context;
  const recheck = new Set<AvroField>(context.defaultsToCheckAgain);
  const begun = new Set<AvroType>();
  const finished = new Set<AvroRecord>();
  const settled = new Set<AvroType>();
  let effort = 0;

  const view = {
    resolve: (type: AvroType): AvroType =>
      isPlaceholder(type) ? (definitions.get(type.name.fullName) ?? type) : type,
    beforeFields(record: AvroRecord): void {
      if (finished.has(record) || !begun.has(record)) return;
      throw refuse(
        'Schema fields not set yet',
        `A default holds a value of the record '${record.name.fullName}', which is recursive there`,
      );
    },
  };

  function finish(record: AvroRecord): void {
    if (finished.has(record)) return;
    for (const field of record.fields) {
      if (!recheck.has(field) || field.default === undefined) continue;
      requireDefault(field.name, field.type, field.default, view);
    }
    finished.add(record);
  }

  function enter(type: AvroType, walk: Walk, walks: Walk[]): void {
    if (walk.entered.has(type)) return;
    walk.entered.add(type);
    switch (type.type) {
      case 'array':
        walk.left.push(type.items);
        return;
      case 'map':
        walk.left.push(type.values);
        return;
      case 'union':
        walk.left.push(...type.branches);
        return;
      case 'record':
        if (isPlaceholder(type)) {
          settle(type, walks);
          return;
        }
        if (finished.has(type)) return;
        begun.add(type);
        walk.left.push({ finish: type });
        for (const field of type.fields.toReversed()) walk.left.push(field.type);
    }
  }

  function settle(placeholder: AvroRecord, walks: Walk[]): void {
    if (settled.has(placeholder)) return;
    settled.add(placeholder);
    const definition = definitions.get(placeholder.name.fullName);
    if (definition === undefined) throw refuse(`Undefined schema: ${placeholder.name.fullName}`);
    if (!begun.has(definition)) walks.push({ left: [definition], entered: new Set() });
  }

  for (const start of [...definitions.values(), root]) {
    const walks: Walk[] = [{ left: [start], entered: new Set() }];
    for (let walk = walks.at(-1); walk !== undefined; walk = walks.at(-1)) {
      effort += 1;
      if (effort > GREATEST_EFFORT) return false;
      const next = walk.left.pop();
      if (next === undefined) walks.pop();
      else if ('finish' in next) finish(next.finish);
      else enter(next, walk, walks);
    }
  }
  return true;
}
