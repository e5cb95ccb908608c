import { Buffer } from 'node:buffer';
import type { AvroEnum, AvroField, AvroRecord, AvroType, AvroUnion } from '../../../avro/model.ts';
import { nameWords } from '../../../name-words.ts';
import { SchemaError } from '../../../schema-error.ts';
import { GREATEST_DEPTH, newFit, UNFIT } from '../../avro/fit.ts';
import { isScalar } from '../../avro/fit-scalar.ts';
import { fitDefault } from '../../avro/fit-value.ts';
import type { TypeNames, ValueTree } from '../../avro/value-tree.ts';
import { fieldKey, wrapBranch } from '../../avro/value-tree.ts';
import { plausibleNumber } from '../plausible-number.ts';
import { plausibleText } from '../plausible-text.ts';
import type { Random } from '../random.ts';
import { finiteHeights } from './finite-height.ts';
import { logicalExample } from './logical-example.ts';

// From here on the example is kept as small as the schema allows.
const ENOUGH_VALUES = 5000;
const MOST_VALUES = 200_000;
const LONGEST_FIXED = 1_000_000;
const KEYS = ['alpha', 'beta', 'gamma'] as const;

/**
 * Makes up a value of a type, guided by the names of fields.
 *
 * @param maxDepth levels of records, lists and maps, below which lists are empty and unions flat
 * @throws SchemaError `invalid_schema` where the type has no value, and `too_large` where all its
 *   values are too much
 */
export function makeExample(
  root: AvroType,
  names: TypeNames,
  random: Random,
  maxDepth: number,
): ValueTree {
  const heights = finiteHeights(root);
  const heightOf = (type: AvroType): number => heights.get(type) ?? Infinity;
  const fit = newFit('default', names, 1, true);
  let values = 0;
  let level = 0;

  function make(type: AvroType, words: string, depth: number): ValueTree {
    values += 1;
    if (values > MOST_VALUES) throw refuseExample(`more than ${MOST_VALUES} values`);
    if (isScalar(type)) return makeScalar(type, words);
    level += 1;
    if (level > GREATEST_DEPTH) throw refuseExample(`more than ${GREATEST_DEPTH} levels`);
    const made = makeNested(type, words, depth);
    level -= 1;
    return made;
  }

  function makeNested(type: AvroType, words: string, depth: number): ValueTree {
    const isFlat = depth >= maxDepth || values > ENOUGH_VALUES;
    switch (type.type) {
      case 'array': {
        const length = isFlat || heightOf(type.items) === Infinity ? 0 : random.between(1, 2);
        return Array.from({ length }, () => make(type.items, words, depth + 1));
      }
      case 'map': {
        const length = isFlat || heightOf(type.values) === Infinity ? 0 : random.between(1, 2);
        const keys = KEYS.slice(0, length);
        return { m: keys.map((key) => ({ k: key, v: make(type.values, words, depth + 1) })) };
      }
      case 'record':
        return makeRecord(type, depth);
      case 'union': {
        const branch = chooseBranch(type, isFlat);
        return wrapBranch(branch, make(branch, words, depth), names);
      }
      default:
        return null;
    }
  }

  function makeRecord(record: AvroRecord, depth: number): ValueTree {
    const tree: { [key: string]: ValueTree } = {};
    for (const field of record.fields) {
      const fallback = random.below(4) === 0 ? usefulDefault(field) : undefined;
      tree[fieldKey(field.position)] =
        fallback ?? make(field.type, nameWords(field.name).join(' '), depth + 1);
    }
    return tree;
  }

  /** A default that says something: a symbol, a text, a number. */
  function usefulDefault(field: AvroField): ValueTree | undefined {
    const written = field.default;
    if (field.type.type === 'union' || !isScalar(field.type)) return undefined;
    if (written === undefined || written === null || written === '') return undefined;
    const fitted = fitDefault(field, fit);
    return fitted === UNFIT || Number(fitted) === 0 ? undefined : fitted;
  }

  function chooseBranch(union: AvroUnion, isFlat: boolean): AvroType {
    const finite = union.branches.filter((branch) => heightOf(branch) < Infinity);
    const [first, ...rest] = isFlat ? flattestOf(finite) : finite;
    if (first === undefined) throw new TypeError('The example has reached a union without values');
    const [filled, ...others] = [first, ...rest].filter((branch) => branch.type !== 'null');
    // Most examples show what a message can hold, some that it need not.
    const showsNull = filled === undefined || (!isFlat && random.below(8) === 0);
    return random.pick(showsNull ? [first, ...rest] : [filled, ...others]);
  }

  function flattestOf(branches: readonly AvroType[]): AvroType[] {
    const least = branches.reduce((height, branch) => Math.min(height, heightOf(branch)), Infinity);
    return branches.filter((branch) => heightOf(branch) === least);
  }

  function makeScalar(type: AvroType, words: string): ValueTree {
    switch (type.type) {
      case 'boolean':
        return random.below(2) === 1;
      case 'int':
      case 'float':
      case 'double':
        return logicalExample(type, random) ?? plausibleNumber(words, type.type, random);
      case 'long':
        return logicalExample(type, random) ?? BigInt(plausibleNumber(words, 'long', random));
      case 'string':
        return logicalExample(type, random) ?? plausibleText(words, random);
      case 'bytes':
        return logicalExample(type, random) ?? Buffer.from(plausibleText(words, random), 'latin1');
      case 'fixed':
        if (type.size > LONGEST_FIXED) throw refuseExample(`a fixed of ${type.size} bytes`);
        return logicalExample(type, random) ?? Buffer.from(random.digits(type.size, 36), 'latin1');
      case 'enum':
        return makeSymbol(type);
      default:
        return null;
    }
  }

  function makeSymbol({ symbols }: AvroEnum): string {
    const telling = symbols.filter(
      (symbol) => !/^(unknown|undefined|unspecified|none)/i.test(symbol),
    );
    const [first = '', ...rest] = telling.length > 0 ? telling : symbols;
    return `s${symbols.indexOf(random.pick([first, ...rest]))}`;
  }

  if (heightOf(root) === Infinity) throw refuseEndless();
  return make(root, '', 0);
}

function refuseExample(what: string): SchemaError {
  const details = `Every message of this schema has ${what}, or nearly so`;
  return new SchemaError(
    `${details}, which is too much for an example. Take a part of the schema.`,
    {
      code: 'too_large',
      details,
    },
  );
}

function refuseEndless(): SchemaError {
  const details = 'The schema has no message: a type needs itself, or an enum or union is empty';
  return new SchemaError(`${details}. Make a field of it nullable, or a list.`, {
    code: 'invalid_schema',
    details,
  });
}
