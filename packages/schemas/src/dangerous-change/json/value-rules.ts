import type { JsonKind } from '../../field-walk/json/value-facts.ts';
import { levelsFor } from './accepting-levels.ts';
import type { JsonDangerRule } from './json-danger-rule.ts';

/** What a value may be: its kind, its format, null, a choice among values. */
export const valueRules: readonly JsonDangerRule[] = [
  {
    id: 'integer-became-number',
    kinds: ['type_changed'],
    severity: 'warning',
    summary: 'Integers became numbers or the reverse, so fractions are lost or refused.',
    judge(change, { acceptanceOf, oldFacts, newFacts }) {
      const [old, next] = [oldFacts(change.was.place), newFacts(change.is.place)];
      const [from, to] = [numeric(old?.kinds), numeric(next?.kinds)];
      if (from === undefined || to === undefined || from === to) return undefined;
      const who = to === 'number' ? 'Readers of the older schema' : 'New readers';
      return {
        message: `${who} expect integers: fractions fail in code made from the schema, or lose what follows the point.`,
        advice:
          to === 'number'
            ? `Keep integer, or move every reader to number before a fraction is written.`
            : 'Keep number, or make sure that no stored value has a fraction.',
        acceptedAt: levelsFor(acceptanceOf(change)),
      };
    },
  },
  {
    id: 'type-widened',
    kinds: ['type_changed', 'branch_added'],
    severity: 'warning',
    summary: 'More kinds of value are allowed, which readers in typed languages cannot hold.',
    judge(change, { acceptanceOf, oldFacts, newFacts }) {
      if (change.keyword === 'allOf') return undefined;
      const [old, next] = [oldFacts(change.was.place), newFacts(change.is.place)];
      if (change.kind === 'type_changed' && old !== undefined && next !== undefined) {
        if (numeric(old.kinds) !== undefined && numeric(next.kinds) !== undefined) return undefined;
      }
      const accepted = acceptanceOf(change);
      if (!accepted.backward || accepted.forward) return undefined;
      const { after = 'anything' } = change;
      const kind = after === 'anything' ? 'values of other types' : after;
      return {
        message: `Readers of the older schema have no place for ${kind}: classes made from it and columns of tables are of the older type.`,
        advice: 'Keep the type and add a new property for the other kind of value.',
        acceptedAt: levelsFor(accepted),
      };
    },
  },
  {
    id: 'null-allowed',
    kinds: ['made_nullable'],
    severity: 'info',
    summary: 'Null is allowed now, which readers of the older schema do not expect.',
    judge: (change, { acceptanceOf }) => ({
      message:
        'Readers of the older schema, and code made from it, take every value for one that is not null.',
      advice: 'Move every reader to the new schema before null is written.',
      acceptedAt: levelsFor(acceptanceOf(change)),
    }),
  },
  {
    id: 'enum-value-added',
    kinds: ['symbol_added'],
    severity: 'info',
    summary: 'A value was added to an enum, which readers of the older schema do not know.',
    judge(change, { acceptanceOf, alike }) {
      const added = alike(change);
      if (added[0] !== change) return undefined;
      return {
        message: `Readers of the older schema, and code made from it, fail on ${sayValues(change.after, added.length)}.`,
        advice: 'Move every reader to the new schema before it is written.',
        acceptedAt: levelsFor(acceptanceOf(change)),
      };
    },
  },
  {
    id: 'enum-value-removed',
    kinds: ['symbol_removed'],
    severity: 'warning',
    summary: 'A value was removed from an enum, so stored data that holds it is refused.',
    judge(change, { acceptanceOf, alike }) {
      const removed = alike(change);
      if (removed[0] !== change) return undefined;
      const accepted = acceptanceOf(change);
      if (accepted.backward) return undefined;
      return {
        message: `New readers refuse stored data that holds ${sayValues(change.before, removed.length)}.`,
        advice: `Keep the value and say in the description that it is not written any more.`,
        acceptedAt: levelsFor(accepted),
      };
    },
  },
  {
    id: 'format-not-compared',
    kinds: ['logical_type_added', 'logical_type_changed', 'logical_type_removed'],
    severity: 'warning',
    summary: 'A format came, went or is another, which a registry does not look at.',
    judge(change, { acceptanceOf }) {
      const { kind, before = '', after = '' } = change;
      const acceptedAt = levelsFor(acceptanceOf(change));
      if (kind === 'logical_type_removed') {
        return {
          severity: 'info',
          message: `Readers that take the value for ${before} get any text from now on.`,
          advice: `Put "format": "${before}" back, or use a new property for other texts.`,
          acceptedAt,
        };
      }
      const past = kind === 'logical_type_added' ? 'any text' : before;
      return {
        message: `A registry does not compare formats: what was written as ${past} is read as ${after}, and is refused where formats are checked.`,
        advice: `Make sure that all stored values are ${after}; otherwise add a new property with this format.`,
        acceptedAt,
      };
    },
  },
  {
    id: 'encoding-changed',
    kinds: ['constraint_added', 'constraint_changed', 'constraint_removed'],
    severity: 'error',
    summary: 'A text is encoded otherwise, so that values written before are decoded wrongly.',
    judge(change, { acceptanceOf }) {
      if (!['contentEncoding', 'contentMediaType'].includes(change.keyword)) return undefined;
      return {
        message: `A registry does not look at '${change.keyword}': texts written before are decoded as what they are not.`,
        advice: 'Keep it, and add a new property for texts in the other encoding.',
        acceptedAt: levelsFor(acceptanceOf(change)),
      };
    },
  },
  {
    id: 'limit-raised',
    kinds: ['constraint_changed', 'constraint_removed'],
    severity: 'info',
    summary: 'Longer texts or larger numbers are allowed, which columns of tables may not hold.',
    judge(change, { acceptanceOf }) {
      if (!['maxLength', 'maximum', 'exclusiveMaximum'].includes(change.keyword)) return undefined;
      const accepted = acceptanceOf(change);
      if (!accepted.backward || accepted.forward) return undefined;
      const what = change.keyword === 'maxLength' ? 'longer texts' : 'larger numbers';
      return {
        message: `Readers of the older schema get ${what} than it allowed: columns made for it cut them or refuse them.`,
        advice: 'Widen what readers store into before such values are written.',
        acceptedAt: levelsFor(accepted),
      };
    },
  },
];

function numeric(kinds: ReadonlySet<JsonKind> | undefined): 'integer' | 'number' | undefined {
  const others = [...(kinds ?? [])].filter((kind) => kind !== 'null' && kind !== 'integer');
  if (kinds?.has('integer') !== true || others.some((kind) => kind !== 'number')) return undefined;
  return others.length === 0 ? 'integer' : 'number';
}

function sayValues(first = '', count: number): string {
  return count === 1 ? first : `${first} and ${count - 1} more`;
}
