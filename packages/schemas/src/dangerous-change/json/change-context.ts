import { membersOf, writtenReference } from '../../field-walk/json/schema-links.ts';
import type { SchemaPlace } from '../../json/schema-place.ts';
import { misfitFinder } from '../../lint/json/unfit-values.ts';
import type { JsonValue } from '../../lossless-json/value.ts';
import { isJsonArray } from '../../lossless-json/value.ts';
import type { JsonChange } from '../../structural-difference/json/json-change.ts';
import { findLookalikes } from './find-lookalikes.ts';
import type { ChangeContext } from './json-danger-rule.ts';
import type { JudgedSchemas } from './judge-alone.ts';
import { aloneJudge } from './judge-alone.ts';
import { otherMeanings } from './other-meanings.ts';

/** What the rules know of two schemas and of all changes between them. */
export function changeContext(
  schemas: JudgedSchemas,
  changes: readonly JsonChange[],
): ChangeContext {
  const { before, after, old, next } = schemas;
  const lookalikes = findLookalikes(changes, old, next);
  const newNames = new Set([...lookalikes.values()].map(({ added }) => added));
  const groups = groupAlike(changes);
  const [oldMisfit, newMisfit] = [misfitFinder(before), misfitFinder(after)];
  const asked = new Set<JsonValue>();
  // Only one rule asks for each kind of change.
  const chosen = new Map<readonly JsonChange[], readonly JsonChange[]>();

  return {
    ...aloneJudge(schemas, changes),
    isLenient: schemas.policy === 'LENIENT',
    oldFacts: (place) => place && old.factsOf(place),
    newFacts: (place) => place && next.factsOf(place),
    isNewName: (added) => newNames.has(added),
    becameOf: (removed) => lookalikes.get(removed),
    alike: (change) => groups.get(change) ?? [],
    chosenAlike(change, isChosen) {
      const group = groups.get(change) ?? [];
      const known = chosen.get(group) ?? group.filter(isChosen);
      chosen.set(group, known);
      return known;
    },
    newlyUnfitDefault({ was, is }) {
      if (is.place === undefined || asked.has(is.place.value)) return undefined;
      asked.add(is.place.value);
      const reason = defaultMisfit(is.place, newMisfit);
      const known = was.place && defaultMisfit(was.place, oldMisfit);
      return known === undefined ? reason : undefined;
    },
    otherMeanings: () => otherMeanings(next, before.draft, after.draft),
    isRetargeted: ({ was, is }) =>
      [was.place, is.place].every((place) => place && writtenReference(place) !== undefined),
    lostTags({ keyword, was, is }) {
      if (keyword !== 'confluent:tags') return [];
      const kept = tagsAt(is.place);
      return tagsAt(was.place).filter((tag) => !kept.includes(tag));
    },
  };
}

function defaultMisfit(
  place: SchemaPlace,
  misfit: (value: JsonValue, place: SchemaPlace) => string | undefined,
): string | undefined {
  const value = membersOf(place).get('default');
  return value === undefined ? undefined : misfit(value, place);
}

function tagsAt(place: SchemaPlace | undefined): string[] {
  const tags = place && membersOf(place).get('confluent:tags');
  return isJsonArray(tags) ? tags.filter((tag) => typeof tag === 'string') : [];
}

/** For each change those of its kind in the same keyword of the same schema. */
function groupAlike(changes: readonly JsonChange[]): Map<JsonChange, readonly JsonChange[]> {
  const bySchema = new Map<JsonValue | undefined, Map<string, JsonChange[]>>();
  const groups = new Map<JsonChange, readonly JsonChange[]>();
  for (const change of changes) {
    const { was, is, keyword } = change;
    const [old, next] =
      keyword === 'properties' ? [was.field?.object, is.field?.object] : [was.place, is.place];
    const schema = (next ?? old)?.value;
    const byKind = bySchema.get(schema) ?? new Map<string, JsonChange[]>();
    bySchema.set(schema, byKind);
    const key = `${change.kind} ${keyword}`;
    const group = byKind.get(key) ?? [];
    byKind.set(key, group);
    group.push(change);
    groups.set(change, group);
  }
  return groups;
}
