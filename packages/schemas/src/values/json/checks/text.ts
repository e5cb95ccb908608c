import { spendEffort } from '../../../json/effort.ts';
import type { JsonValue } from '../../../lossless-json/value.ts';
import { knownFormats } from '../formats/known-formats.ts';
import type { Check, KeywordContext } from '../schema-part.ts';
import { plainCheck, textCheck } from './plain-check.ts';
import { readCount } from './read-count.ts';

/** `minLength` */
export function readMinLength(written: JsonValue): Check | undefined {
  const least = readCount(written);
  if (least === undefined) return undefined;
  return textCheck(`a string of at least ${characters(least)}`, (text) => lengthOf(text) >= least);
}

/** `maxLength` */
export function readMaxLength(written: JsonValue): Check | undefined {
  const most = readCount(written);
  if (most === undefined) return undefined;
  return textCheck(`a string of at most ${characters(most)}`, (text) => lengthOf(text) <= most);
}

/** `pattern` */
export function readPatternCheck(written: JsonValue, { parts }: KeywordContext): Check | undefined {
  if (typeof written !== 'string') return undefined;
  return textCheck(`a string that matches the pattern ${written}`, (text, run) =>
    parts.pattern(written, run).matches(text, run.effort),
  );
}

/** `format`; one that is not known says nothing. */
export function readFormat(written: JsonValue): Check | undefined {
  const format = typeof written === 'string' ? knownFormats.get(written) : undefined;
  if (format === undefined) return undefined;
  const fits: Check['fits'] = (value, run) => {
    if (typeof value === 'string') spendEffort(run.effort, value.length / 64);
    return format.fits(value);
  };
  return plainCheck((value, run) => fits(value, run, undefined), {
    expected: `${String(written)}, such as ${format.sample}`,
  });
}

/** How many characters a text has; what is beyond U+FFFF counts once. */
function lengthOf(text: string): number {
  let length = text.length;
  for (let index = 0; index < text.length - 1; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit < 0xd800 || unit > 0xdbff) continue;
    const next = text.charCodeAt(index + 1);
    if (next >= 0xdc00 && next <= 0xdfff) length -= 1;
  }
  return length;
}

function characters(count: number): string {
  return count === 1 ? '1 character' : `${count} characters`;
}
