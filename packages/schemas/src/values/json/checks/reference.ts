import type { JsonValue } from '../../../lossless-json/value.ts';
import { isJsonObject } from '../../../lossless-json/value.ts';
import { enterReference, leaveReference } from '../run.ts';
import type { Check, KeywordContext, SchemaPart } from '../schema-part.ts';
import { fitsPart, tellPart } from '../walk-part.ts';

/** `$ref` */
export function readReference(
  written: JsonValue,
  { place, parts }: KeywordContext,
): Check | undefined {
  return typeof written === 'string' ? follow(() => parts.resolve(written, place)) : undefined;
}

/**
 * `$dynamicRef`: leads to what the outermost schema marks with the same `$dynamicAnchor`, if what it
 * leads to by itself is marked so.
 */
export function readDynamicReference(
  written: JsonValue,
  { place, parts }: KeywordContext,
): Check | undefined {
  if (typeof written !== 'string') return undefined;
  const anchor = written.slice(written.indexOf('#') + 1);
  const isMarked = (part: SchemaPart): boolean => memberOf(part, '$dynamicAnchor') === anchor;
  return follow(() => {
    const own = parts.resolve(written, place);
    if (!isMarked(own)) return own;
    const outermost = parts.find(`#${anchor}`, parts.root.place);
    return outermost !== undefined && isMarked(outermost) ? outermost : own;
  });
}

/** `$recursiveRef`: leads to the outermost schema if both it and the own one say `$recursiveAnchor`. */
export function readRecursiveReference(
  written: JsonValue,
  { place, parts }: KeywordContext,
): Check | undefined {
  if (written !== '#') return undefined;
  const isMarked = (part: SchemaPart): boolean => memberOf(part, '$recursiveAnchor') === true;
  return follow(() => {
    const own = parts.resolve(written, place);
    return isMarked(own) && isMarked(parts.root) ? parts.root : own;
  });
}

function follow(resolve: () => SchemaPart): Check {
  let known: SchemaPart | undefined;
  const target = (): SchemaPart => {
    known ??= resolve();
    return known;
  };
  return {
    fits: (value, run, marks) => {
      const part = target();
      const isRemembered = typeof value === 'object' && value !== null && marks === undefined;
      const known = isRemembered ? run.answers.get(part)?.get(value) : undefined;
      if (known !== undefined) return known;
      const before = enterReference(part, run);
      const fits = fitsPart(part, value, run, marks);
      leaveReference(part, run, before);
      if (isRemembered) {
        const answers = run.answers.get(part) ?? new Map<object, boolean>();
        run.answers.set(part, answers.set(value, fits));
      }
      return fits;
    },
    tell: (value, telling) => {
      const part = target();
      const before = enterReference(part, telling.run);
      tellPart(part, value, telling);
      leaveReference(part, telling.run, before);
    },
  };
}

function memberOf({ place }: SchemaPart, name: string): JsonValue | undefined {
  return isJsonObject(place.value) ? place.value.get(name) : undefined;
}
