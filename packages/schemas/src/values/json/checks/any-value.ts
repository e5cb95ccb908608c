import { spendEffort } from '../../../json/effort.ts';
import type { JsonValue } from '../../../lossless-json/value.ts';
import { isJsonArray } from '../../../lossless-json/value.ts';
import { closestName } from '../../closest-name.ts';
import { plainValue } from '../../plain-value.ts';
import { quote } from '../../value-problem.ts';
import { describeWord, describeWords } from '../describe-part.ts';
import { identityOf } from '../equal-values.ts';
import type { Check, Run } from '../schema-part.ts';
import { isOfType } from '../value-kind.ts';
import { plainCheck } from './plain-check.ts';

const WEIGHT_OF_TYPE = 100;
const WEIGHT_OF_WORD = 5;

/** `type` */
export function readType(written: JsonValue): Check | undefined {
  const types = (isJsonArray(written) ? written : [written]).filter(
    (type) => typeof type === 'string',
  );
  if (types.length === 0) return undefined;
  return plainCheck((value) => types.some((type) => type === 'any' || isOfType(value, type)), {
    expected: types.join(' or '),
    hint: (value) => hintFor(types, value),
    weight: WEIGHT_OF_TYPE,
  });
}

/** `enum` */
export function readEnum(written: JsonValue): Check | undefined {
  if (!isJsonArray(written)) return undefined;
  const words = written.filter((choice) => typeof choice === 'string');
  return plainCheck(isOneOf(written), {
    expected: describeWords(written),
    hint: (value) => closeWord(value, words),
    weight: WEIGHT_OF_WORD,
  });
}

/** `const` */
export function readConst(written: JsonValue): Check {
  return plainCheck(isOneOf([written]), {
    expected: describeWord(written),
    weight: WEIGHT_OF_WORD,
  });
}

function isOneOf(choices: readonly JsonValue[]): (value: unknown, run: Run) => boolean {
  const texts = new Set<unknown>(choices.filter((choice) => typeof choice === 'string'));
  const others = choices.filter((choice) => typeof choice !== 'string');
  let known: ReadonlySet<string> | undefined;
  return (value, run) => {
    if (typeof value === 'string') return texts.has(value);
    if (others.length === 0) return false;
    const spend = (amount: number): void => spendEffort(run.effort, amount);
    known ??= new Set(others.map((choice) => identityOf(plainValue(choice), spend)));
    return known.has(identityOf(value, spend));
  };
}

function closeWord(value: unknown, words: readonly string[]): string | undefined {
  const close = typeof value === 'string' ? closestName(value, words) : undefined;
  return close === undefined ? undefined : `Write ${quote(close)}.`;
}

function hintFor(types: readonly string[], value: unknown): string | undefined {
  const [type] = types;
  if (typeof value === 'string') {
    const looksLike = (pattern: RegExp): boolean => value.length < 1000 && pattern.test(value);
    const isBare =
      (types.includes('integer') && looksLike(/^-?(?:0|[1-9][0-9]*)$/)) ||
      (types.includes('number') &&
        looksLike(/^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:e[+-]?[0-9]+)?$/i)) ||
      (types.includes('boolean') && looksLike(/^(?:true|false)$/)) ||
      (types.includes('null') && value === 'null');
    if (isBare) return 'Write it without quotes.';
  }
  if (type === 'integer' && typeof value === 'number') return 'An integer is a whole number.';
  if (type === 'string' && /^(?:number|bigint|boolean)$/.test(typeof value))
    return 'Write it in quotes.';
  if (type === 'array') return 'Write it as a list.';
  if (type === 'object') return 'Write it as an object.';
  return undefined;
}
