import { EffortSpent } from '../../../json/effort.ts';
import { askDeep } from '../../json/ask-deep.ts';
import { GREATEST_EFFORT, newRun } from '../../json/run.ts';
import type { SchemaPart, SchemaParts } from '../../json/schema-part.ts';
import { fitsPart } from '../../json/walk-part.ts';
import type { Random } from '../random.ts';
import type { Choices } from './collect-wish.ts';
import { collectWish } from './collect-wish.ts';
import { heightFinder } from './finite-height.ts';
import { formChooser } from './form-chooser.ts';
import { makeOfType } from './make-of-type.ts';
import type { Made, Maker, NoExample } from './maker.ts';
import { pickSuggestion, pickWord } from './pick-given.ts';
import { pickType } from './pick-type.ts';
import { refuseSize } from './refuse-example.ts';
import type { Wish } from './wish.ts';
import { newWish } from './wish.ts';

// From here on the example is kept as small as the schema allows.
const ENOUGH_VALUES = 2000;
const MOST_VALUES = 30_000;
const DEEPEST = 100;
const GREATEST_DEPTH = 300;
const MOST_TRIES = 50;
const TRIES_BEFORE_PLAIN = 12;
const MORE_LEVELS = 2;

/**
 * Makes up a value of a schema, and checks each part of it while it is made; what does not fit is
 * made again with other choices.
 *
 * @throws SchemaError `too_large` where every value is too much
 */
export function makeValue(
  root: SchemaPart,
  parts: SchemaParts,
  random: Random,
  maxDepth: number,
): Made {
  const effort = { left: GREATEST_EFFORT / 2 };
  const heightOf = heightFinder(parts, effort);
  let values = 0;
  let triesLeft = 8000;
  const failures = new Map<string, { count: number; last: NoExample }>();

  const maker: Maker = {
    parts,
    random,
    effort,
    make,
    fits: (part, value) => askDeep(newRun(effort), (run) => fitsPart(part, value, run, undefined)),
    isFlat: (depth) => depth >= Math.min(maxDepth, DEEPEST) || values > ENOUGH_VALUES,
  };

  function make(all: readonly SchemaPart[], words: string, depth: number): Made {
    values += 1;
    if (values > MOST_VALUES) throw new EffortSpent('The example takes too long');
    const endless = all.find((part) => heightOf(part) === Infinity);
    if (endless !== undefined) {
      const why = 'every value would need itself, or there is nothing to choose from';
      return { isProved: true, where: endless.place.pointer, why };
    }
    if (depth > GREATEST_DEPTH) {
      const why = `nothing was found that ends within ${GREATEST_DEPTH} levels`;
      return { isProved: false, where: all[0]?.place.pointer ?? '', why };
    }
    // What was tried in vain twice is not tried again.
    const key = `${maker.isFlat(depth)} ${all.map(({ place }) => `${place.document} ${place.pointer}`).join(' ')}`;
    const before = failures.get(key);
    if (before !== undefined && before.count >= 2) return before.last;
    const chooser = formChooser(random, heightOf);
    const tries = Math.max(TRIES_BEFORE_PLAIN + 2, MOST_TRIES >> depth);
    let last: NoExample = {
      isProved: false,
      where: all[0]?.place.pointer ?? '',
      why: 'no try did',
    };
    for (let attempt = 0; attempt < tries && triesLeft > 0; attempt += 1) {
      if (attempt > 0) triesLeft -= 1;
      if (attempt === TRIES_BEFORE_PLAIN) {
        const plain = PLAIN_VALUES.find((value) => all.every((part) => maker.fits(part, value)));
        if (plain !== undefined) return { value: plain };
      }
      const wish = newWish();
      chooser.begin(attempt, maker.isFlat(depth));
      collectWish(wish, all, parts, chooser);
      const made = attemptValue(wish, all, words, depth, attempt, chooser);
      if ('value' in made) {
        if (all.every((part) => maker.fits(part, made.value))) return made;
        chooser.learn((part) => maker.fits(part, made.value));
        last = { ...last, why: 'no value that was tried fits everything' };
      } else {
        last = made;
        chooser.learn(undefined);
        // Without a choice every further try would end alike.
        if (made.isProved && !wish.isChosen) return made;
        if (made.isProved) last = { ...made, isProved: false };
      }
    }
    failures.set(key, { count: (before?.count ?? 0) + 1, last });
    return last;
  }

  function attemptValue(
    wish: Wish,
    all: readonly SchemaPart[],
    words: string,
    depth: number,
    attempt: number,
    chooser: Choices,
  ): Made {
    const where = all[0]?.place.pointer ?? '';
    if (wish.impossible !== undefined) return { isProved: true, ...wish.impossible };
    if (wish.words !== undefined) return pickWord(wish.words, all, where, maker);
    const suggestion = pickSuggestion(wish.suggestions, all, maker);
    if (suggestion !== undefined) return suggestion;
    for (const { name, needs } of wish.dependencies) {
      // Of an optional property that brings a whole schema along, only some examples show it.
      if (Array.isArray(needs)) continue;
      wish.isChosen = true;
      if (wish.required.has(name) || (attempt < 2 && random.below(2) === 0)) {
        wish.required.add(name);
        collectWish(wish, [needs], parts, chooser);
      } else wish.forbidden.add(name);
    }
    const type = pickType(wish, random, attempt, {
      isFlat: maker.isFlat(depth),
      isDeep: depth > maxDepth + MORE_LEVELS,
    });
    if (type === undefined) return { isProved: true, where, why: 'no type is left' };
    const made = makeOfType(type, wish, words, depth, attempt > 5, where, maker);
    // Of another type there may be one.
    const isOnly = wish.types?.size === 1;
    return 'value' in made || isOnly ? made : { ...made, isProved: false };
  }

  const height = heightOf(root);
  if (height > GREATEST_DEPTH && height < Infinity) throw refuseSize(`${height} levels`);
  try {
    return make([root], '', 0);
  } catch (error) {
    if (!(error instanceof EffortSpent)) throw error;
    // Parts that contradict themselves within themselves use a search up; the whole may take something plain all the same.
    const rest = { left: GREATEST_EFFORT / 4 };
    const plain = PLAIN_VALUES.find((value) =>
      askDeep(newRun(rest), (run) => fitsPart(root, value, run, undefined)),
    );
    if (plain === undefined) throw error;
    return { value: plain };
  }
}

/** Plain values of all kinds, for schemas that say what is not allowed rather than what is. */
const PLAIN_VALUES: readonly unknown[] = [
  'example',
  1,
  {},
  [],
  true,
  null,
  -1,
  0.5,
  1000,
  -1000,
  '',
  { example: 'example' },
  { example: 1 },
  ['example'],
  [1],
  [{}],
  [null],
  [[]],
];
