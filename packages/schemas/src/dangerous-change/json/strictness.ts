import { membersOf } from '../../field-walk/json/schema-links.ts';
import type { JsonKind, ValueFacts } from '../../field-walk/json/value-facts.ts';
import { isJsonNumber } from '../../lossless-json/value.ts';
import type { JsonChange } from '../../structural-difference/json/json-change.ts';

/** What a change does to the values that fit: fewer do, more do, or some more and some fewer. */
export interface Strictness {
  readonly stricter: boolean;
  readonly looser: boolean;
}

const STRICTER: Strictness = { stricter: true, looser: false };
const LOOSER: Strictness = { stricter: false, looser: true };
const EITHER: Strictness = { stricter: true, looser: true };

/** Says what a change does to the values that fit; undefined where it does nothing to them. */
export function strictnessOf(
  change: JsonChange,
  facts: { was: ValueFacts | undefined; is: ValueFacts | undefined },
): Strictness | undefined {
  const found = ownStrictness(change, facts);
  if (found === undefined) return undefined;
  // What a negation or a condition holds works the other way around, or both ways.
  return change.context.some((keyword) => keyword === 'not' || keyword === 'if') ? EITHER : found;
}

function ownStrictness(
  change: JsonChange,
  { was, is }: { was: ValueFacts | undefined; is: ValueFacts | undefined },
): Strictness | undefined {
  switch (change.kind) {
    case 'constraint_added':
      return change.keyword === 'not' ? EITHER : STRICTER;
    case 'constraint_removed':
      return change.keyword === 'not' ? EITHER : LOOSER;
    case 'constraint_changed':
      return ofBounds(change);
    case 'made_required':
    case 'made_not_nullable':
    case 'symbol_removed':
      return STRICTER;
    case 'made_optional':
    case 'made_nullable':
    case 'symbol_added':
      return LOOSER;
    case 'branch_added':
      return change.keyword === 'allOf' ? STRICTER : LOOSER;
    case 'branch_removed':
      return change.keyword === 'allOf' ? LOOSER : STRICTER;
    case 'content_model_changed':
      return ofContent(change);
    case 'type_changed':
      return was === undefined || is === undefined ? EITHER : ofKinds(was.kinds, is.kinds);
    default:
      return undefined;
  }
}

function ofBounds({ keyword, was, is }: JsonChange): Strictness {
  const [old, next] = [was, is].map(({ place }) => place && membersOf(place).get(keyword));
  if (!isJsonNumber(old) || !isJsonNumber(next)) return EITHER;
  const grew = Number(next.number) > Number(old.number);
  if (/^(exclusiveM|m)in/.test(keyword)) return grew ? STRICTER : LOOSER;
  return /^(exclusiveM|m)ax/.test(keyword) ? (grew ? LOOSER : STRICTER) : EITHER;
}

function ofContent({ before, after }: JsonChange): Strictness {
  if (after === undefined || after === 'anything' || before === 'nothing') return LOOSER;
  return before === undefined || before === 'anything' || after === 'nothing' ? STRICTER : EITHER;
}

function ofKinds(old: ReadonlySet<JsonKind>, next: ReadonlySet<JsonKind>): Strictness {
  const lost = [...old].some((kind) => !next.has(kind));
  const won = [...next].some((kind) => !old.has(kind));
  return lost === won ? EITHER : lost ? STRICTER : LOOSER;
}
