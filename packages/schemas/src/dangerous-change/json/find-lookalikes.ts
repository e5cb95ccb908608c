import type { JsonOutline } from '../../field-walk/json/json-outline.ts';
import { typeAndNullInWords } from '../../field-walk/json/type-in-words.ts';
import { groupBy } from '../../group-by.ts';
import { nameWords } from '../../name-words.ts';
import type { ChangedField, JsonChange } from '../../structural-difference/json/json-change.ts';
import { likeNames } from '../like-names.ts';

/** An object that lost and got more properties than this is not searched for names that are merely alike. */
const MOST_PAIRS = 2500;

/** An added property that a removed one seems to have become. */
export interface Lookalike {
  readonly added: JsonChange;
  /** Whether the names are alike, not only what is said of them. */
  readonly byName: boolean;
}

/** A property that came or went. */
interface Candidate {
  readonly change: JsonChange;
  readonly name: string;
  readonly type: string;
  readonly doc: string;
}

/**
 * Pairs each removed property with the added one of the same object that it seems to have become: of
 * the same type, with a like name or the same documentation. Each is used once.
 */
export function findLookalikes(
  changes: readonly JsonChange[],
  before: JsonOutline,
  after: JsonOutline,
): Map<JsonChange, Lookalike> {
  const pairs = new Map<JsonChange, Lookalike>();
  const removed = changes.flatMap((change) =>
    change.kind === 'field_removed' ? candidate(change, change.was.field, before) : [],
  );
  const added = changes.flatMap((change) =>
    change.kind === 'field_added' ? candidate(change, change.is.field, after) : [],
  );
  const addedTo = groupBy(added, objectPath);
  for (const [object, gone] of groupBy(removed, objectPath)) {
    const oldLeft = new Set(gone);
    const nextLeft = new Set(addedTo.get(object));
    const pair = (old: Candidate, next: Candidate, byName: boolean): void => {
      pairs.set(old.change, { added: next.change, byName });
      oldLeft.delete(old);
      nextLeft.delete(next);
    };
    const pairOnly = (keyOf: (one: Candidate) => string, byName: boolean): void => {
      const olds = groupBy([...oldLeft], keyOf);
      const nexts = groupBy([...nextLeft], keyOf);
      for (const [key, [old, ...moreOld]] of olds) {
        const [next, ...moreNext] = nexts.get(key) ?? [];
        if (key === '' || moreOld.length + moreNext.length > 0) continue;
        if (old !== undefined && next !== undefined) pair(old, next, byName);
      }
    };
    pairOnly(({ type, name }) => `${type} ${nameWords(name).join('')}`, true);
    if (oldLeft.size * nextLeft.size <= MOST_PAIRS) {
      for (const old of oldLeft) {
        const next = [...nextLeft].find(
          ({ type, name }) => type === old.type && likeNames(old.name, name),
        );
        if (next !== undefined) pair(old, next, true);
      }
    }
    pairOnly(({ type, doc }) => (doc === '' ? '' : `${type} ${doc}`), false);
  }
  return pairs;
}

function candidate(
  change: JsonChange,
  field: ChangedField | undefined,
  outline: JsonOutline,
): Candidate[] {
  if (field === undefined) return [];
  const { format = '', doc = '' } = outline.factsOf(field.place);
  const type = `${typeAndNullInWords(field.place, outline)} ${format}`;
  return [{ change, name: field.name, type, doc }];
}

function objectPath({ change, name }: Candidate): string {
  return change.path.slice(0, change.path.length - name.length);
}
