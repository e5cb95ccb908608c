import type { AvroArray, AvroField, AvroMap, AvroRecord, AvroType } from '../../avro/model.ts';
import { closestName } from '../closest-name.ts';
import { isMembers, plainValue } from '../plain-value.ts';
import { describeFound, listNames } from '../value-problem.ts';
import { describeType } from './describe-type.ts';
import type { Fit, Fitted } from './fit.ts';
import { GREATEST_DEPTH, isOver, isSilent, spend, tell, tellMismatch, UNFIT } from './fit.ts';
import { fitScalar, isScalar } from './fit-scalar.ts';
import { fitUnion } from './fit-union.ts';
import type { ValueTree } from './value-tree.ts';
import { fieldKey } from './value-tree.ts';

const WIDE = 500;

/**
 * Fits a JavaScript value, as JSON has it, into a type.
 *
 * @returns the value for the codec, or `UNFIT` after the walk has noted why
 */
export function fitValue(type: AvroType, value: unknown, fit: Fit): Fitted {
  if (!spend(fit, 1)) return UNFIT;
  if (isScalar(type)) return fitScalar(type, value, fit);
  fit.depth += 1;
  const fitted = fit.depth > GREATEST_DEPTH ? tellDepth(fit) : fitComposite(type, value, fit);
  fit.depth -= 1;
  return fitted;
}

function fitComposite(
  type: Exclude<AvroType, { type: ScalarKind }>,
  value: unknown,
  fit: Fit,
): Fitted {
  switch (type.type) {
    case 'union':
      return fitUnion(type, value, fit, fitValue);
    case 'array':
      return fitArray(type, value, fit);
    case 'map':
      return fitMap(type, value, fit);
    case 'record':
      return fitRecord(type, value, fit);
  }
}

type ScalarKind = Parameters<typeof fitScalar>[0]['type'];

function fitArray(type: AvroArray, value: unknown, fit: Fit): Fitted {
  if (!Array.isArray(value)) return tellMismatch(fit, type, value, 'Write it as a list.');
  const items: ValueTree[] = [];
  let index = 0;
  let fits = true;
  for (const element of value) {
    fit.path.push(index);
    const fitted = fitValue(type.items, element, fit);
    fit.path.pop();
    index += 1;
    if (fitted === UNFIT) {
      if (isOver(fit)) return UNFIT;
      fits = false;
    } else if (fit.build) items.push(fitted);
  }
  return fits ? items : UNFIT;
}

function fitMap(type: AvroMap, value: unknown, fit: Fit): Fitted {
  if (!isMembers(value)) return tellMismatch(fit, type, value, 'Write it as an object.');
  const entries: ValueTree[] = [];
  let fits = true;
  for (const key of Object.keys(value)) {
    fit.path.push(key);
    const fitted = isWellFormed(key)
      ? fitValue(type.values, value[key], fit)
      : tell(fit, {
          message: 'The key holds half of a surrogate pair, which has no UTF-8.',
          expected: 'a key of whole characters',
          found: describeFound(key),
        });
    fit.path.pop();
    if (fitted === UNFIT) {
      if (isOver(fit)) return UNFIT;
      fits = false;
    } else if (fit.build) entries.push({ k: key, v: fitted });
  }
  return fits ? { m: entries } : UNFIT;
}

function fitRecord(type: AvroRecord, value: unknown, fit: Fit): Fitted {
  if (!isMembers(value)) return tellMismatch(fit, type, value, 'Write it as an object.');
  const tree: { [key: string]: ValueTree } = {};
  let given = 0;
  let fits = true;
  // Objects of so many members become dictionaries, which cost many times as much.
  const isWide = fit.build && type.fields.length > WIDE;
  if (!spend(fit, isWide ? type.fields.length * 20 : 1)) return UNFIT;
  for (const field of type.fields) {
    let fitted: Fitted;
    const member = Object.hasOwn(value, field.name) ? value[field.name] : undefined;
    if (member === undefined) fitted = fitMissing(type, field, fit);
    else {
      given += 1;
      fit.path.push(field.name);
      fitted = fitValue(field.type, member, fit);
      fit.path.pop();
    }
    if (fitted === UNFIT) {
      if (isOver(fit)) return UNFIT;
      fits = false;
    } else if (fit.build) tree[fieldKey(field.position)] = fitted;
  }
  const keys = Object.keys(value);
  if (keys.length > given && tellUnknown(type, value, keys, fit)) return UNFIT;
  return fits ? tree : UNFIT;
}

function fitMissing(record: AvroRecord, field: AvroField, fit: Fit): Fitted {
  if (!spend(fit, 2)) return UNFIT;
  if (field.default !== undefined && fit.style !== 'avro-json') {
    fit.unnatural += 1;
    const fitted = fitDefault(field, fit);
    if (fitted !== UNFIT) return fitted;
  }
  if (isSilent(fit)) return UNFIT;
  const expected = describeType(field.type);
  const why =
    field.default === undefined
      ? 'it has no default'
      : fit.style === 'avro-json'
        ? 'Avro JSON writes every field'
        : 'its default does not fit its type';
  fit.path.push(field.name);
  tell(fit, {
    message: `The record ${record.name.fullName} needs its field ${field.name} (${expected}): ${why}.`,
    expected,
    found: 'nothing',
  });
  fit.path.pop();
  return UNFIT;
}

/** The default of a field as a value, or `UNFIT` where it is none of its type. */
export function fitDefault(field: AvroField, fit: Fit): Fitted {
  const known = fit.defaults.get(field);
  if (known !== undefined) return known;
  // A default that needs itself has no end, so it does not fit.
  fit.defaults.set(field, UNFIT);
  const fitted =
    field.default === undefined
      ? UNFIT
      : fitValue(field.type, plainValue(field.default), {
          ...fit,
          style: 'default',
          silent: 1,
          unnatural: 0,
        });
  fit.defaults.set(field, fitted);
  return fitted;
}

/** Notes the members that are no fields; false where there are none. */
function tellUnknown(
  type: AvroRecord,
  value: Readonly<Record<string, unknown>>,
  keys: readonly string[],
  fit: Fit,
): boolean {
  let found = false;
  for (const key of keys) {
    if (type.fieldsByName.has(key) || value[key] === undefined) continue;
    found = true;
    if (isOver(fit)) break;
    const names = type.fields.map(({ name }) => name);
    const aliased = type.fields.find(({ aliases }) => aliases.includes(key));
    const close = aliased?.name ?? closestName(key, names);
    const expected = names.length === 0 ? 'no fields' : listNames(names);
    const advice = close === undefined ? `It has ${expected}.` : `Write ${close}.`;
    fit.path.push(key);
    tell(fit, {
      message: `The record ${type.name.fullName} has no field of this name. ${advice}`,
      expected,
      found: describeFound(value[key]),
    });
    fit.path.pop();
  }
  return found;
}

function tellDepth(fit: Fit): typeof UNFIT {
  return tell(fit, {
    message: `The message nests deeper than ${GREATEST_DEPTH} levels. Flatten it.`,
    expected: `at most ${GREATEST_DEPTH} levels`,
    found: 'more',
  });
}

function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}
