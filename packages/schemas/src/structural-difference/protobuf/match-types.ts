import { membersOf } from '../../field-walk/protobuf/message-members.ts';
import type { ProtobufOutline } from '../../field-walk/protobuf/outline-protobuf.ts';
import { localName } from '../../field-walk/protobuf/outline-protobuf.ts';
import { groupBy } from '../../group-by.ts';
import type { TypeEntry } from '../../protobuf/type-table.ts';

/** More pairs than this are not searched for types that are merely alike. */
const MOST_PAIRS = 1000;
/** Types with more parts than this are not either. */
const MOST_PARTS = 500;

/** Which type of the newer schema continues which of the older; at most one each, of the same kind. */
export interface TypeMatches {
  /** The older type that this one continues. */
  earlier(after: TypeEntry): TypeEntry | undefined;
  /** The newer type that continues this one. */
  later(before: TypeEntry): TypeEntry | undefined;
  /** Whether the one continues the other, or both are the same type of an import. */
  same(before: TypeEntry, after: TypeEntry): boolean;
}

/** One schema's types, and its package. */
interface TypeBook {
  readonly outline: ProtobufOutline;
  readonly packageName: string;
}

/**
 * Matches the types of two schemas: by name within the package, then by short name where only one on
 * each side has it, which is then nested elsewhere, then by what they consist of.
 */
export function matchTypes(before: TypeBook, after: TypeBook): TypeMatches {
  const earlier = new Map<string, TypeEntry>();
  const later = new Map<string, TypeEntry>();
  const tie = (old: TypeEntry | undefined, next: TypeEntry | undefined): void => {
    if (old === undefined || next === undefined || old.type.kind !== next.type.kind) return;
    if (later.has(old.fullName) || earlier.has(next.fullName)) return;
    earlier.set(next.fullName, old);
    later.set(old.fullName, next);
  };
  const [olds, nexts] = [entriesOf(before), entriesOf(after)];
  const byName = new Map(olds.map((entry) => [nameWithin(entry, before), entry]));
  for (const next of nexts) tie(byName.get(nameWithin(next, after)), next);

  const leftOlds = (): TypeEntry[] =>
    olds.filter((entry) => isOwn(entry) && !later.has(entry.fullName));
  const leftNexts = (): TypeEntry[] =>
    nexts.filter((entry) => isOwn(entry) && !earlier.has(entry.fullName));
  for (const keyOf of [kindAndName, shapeOf]) {
    const groups = groupBy(leftOlds(), keyOf);
    for (const [key, [next, ...more]] of groupBy(leftNexts(), keyOf)) {
      const [old, ...moreOld] = groups.get(key) ?? [];
      if (more.length + moreOld.length === 0) tie(old, next);
    }
  }
  const [restOld, restNext] = [leftOlds(), leftNexts()];
  if (restOld.length * restNext.length <= MOST_PAIRS) {
    const parts = new Map([...restOld, ...restNext].map((entry) => [entry, partsOf(entry)]));
    for (const next of restNext) {
      for (const old of restOld) {
        if (looksRenamed(parts.get(old) ?? [], parts.get(next) ?? [])) tie(old, next);
      }
    }
  }
  return {
    earlier: ({ fullName }) => earlier.get(fullName),
    later: ({ fullName }) => later.get(fullName),
    same(old, next) {
      const match = earlier.get(next.fullName);
      if (match !== undefined) return match.fullName === old.fullName;
      return !isOwn(old) && !isOwn(next) && old.fullName === next.fullName;
    },
  };
}

function entriesOf({ outline }: TypeBook): TypeEntry[] {
  return [...outline.types.values()].map(({ entry }) => entry);
}

function isOwn({ importPath }: TypeEntry): boolean {
  return importPath === undefined;
}

/** Own types by their name within the package, which may change; those of imports by their full one. */
function nameWithin(entry: TypeEntry, { packageName }: TypeBook): string {
  return isOwn(entry) ? `own ${localName(entry.fullName, packageName)}` : entry.fullName;
}

function kindAndName({ type }: TypeEntry): string {
  return `${type.kind} ${type.name}`;
}

/** What a type consists of; unlike that of any other where it consists of too little to tell. */
function shapeOf(entry: TypeEntry): string {
  const parts = partsOf(entry);
  return parts.length < 2 ? `only ${entry.fullName}` : `${entry.type.kind} ${parts.join(',')}`;
}

function partsOf({ type }: TypeEntry): string[] {
  const parts = type.kind === 'message' ? membersOf(type) : type.constants;
  return parts.map(({ name, number }) => `${number} ${name}`);
}

/** Whether at least half of the parts are the same. */
function looksRenamed(before: readonly string[], after: readonly string[]): boolean {
  if (before.length === 0 || Math.max(before.length, after.length) > MOST_PARTS) return false;
  const old = new Set(before);
  const kept = after.filter((part) => old.has(part)).length;
  return kept * 2 >= Math.max(before.length, after.length);
}
