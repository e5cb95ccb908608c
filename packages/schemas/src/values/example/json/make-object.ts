import { isJsonObject } from '../../../lossless-json/value.ts';
import { nameWords } from '../../../name-words.ts';
import { newRun } from '../../json/run.ts';
import type { SchemaPart, SchemaParts } from '../../json/schema-part.ts';
import { setMember } from '../../plain-value.ts';
import type { Made, Maker, NoExample } from './maker.ts';
import { textFromPattern } from './text-from-pattern.ts';
import type { Wish } from './wish.ts';

const MOST_OPTIONAL = 20;
const KEYS = ['alpha', 'beta', 'gamma', 'delta'] as const;
const TRIES_FOR_NAME = 20;
/** Beyond this many properties no object is made up. */
export const MOST_PROPERTIES = 5000;

/** Makes up an object: what is required, and most of what is optional where that is not too much. */
export function makeObject(wish: Wish, depth: number, isSmall: boolean, maker: Maker): Made {
  const { parts, random, make } = maker;
  const layers = wish.objects.map((part) => readLayer(part, parts));
  const value: Record<string, unknown> = {};
  const names = chooseNames();
  let failure: NoExample | undefined;
  let left = names.length;
  for (const name of names) {
    const made = make(partsFor(name), nameWords(name).join(' '), depth + 1);
    if ('value' in made) setMember(value, name, made.value);
    else {
      failure = made;
      left -= 1;
      if (wish.required.has(name)) return made;
    }
  }
  return failure !== undefined && left < wish.minProperties
    ? { ...failure, isProved: false }
    : { value };

  function chooseNames(): string[] {
    const known = [...new Set(layers.flatMap(({ named }) => [...named.keys()]))];
    const optional = known.filter((name) => !wish.required.has(name) && isAllowed(name));
    const mostOptional = isSmall || maker.isFlat(depth) ? 0 : MOST_OPTIONAL;
    const chosen = new Set(wish.required);
    for (const name of optional) {
      if (chosen.size >= Math.min(wish.maxProperties, wish.required.size + mostOptional)) break;
      if (optional.length <= 2 || random.below(4) > 0) chosen.add(name);
    }
    addDependents(chosen);
    // What is named may lead deeper, what is made up less often does.
    if (mostOptional === 0) addMadeUp(chosen, wish.minProperties);
    for (const name of optional) {
      if (chosen.size >= wish.minProperties) break;
      chosen.add(name);
      addDependents(chosen);
    }
    // An object that names nothing is a map, and looks better with something in it.
    const isMap = known.length === 0 && mostOptional > 0 && wish.maxProperties > 0;
    const wanted = Math.max(wish.minProperties, isMap ? chosen.size + random.between(1, 2) : 0);
    addMadeUp(chosen, Math.min(wanted, wish.maxProperties));
    const order = new Map(known.map((name, index) => [name, index]));
    return [...chosen].sort(
      (a, b) => (order.get(a) ?? known.length) - (order.get(b) ?? known.length),
    );
  }

  function isAllowed(name: string): boolean {
    if (wish.forbidden.has(name)) return false;
    if (partsFor(name).some((part) => part.always === false)) return false;
    return wish.names.every((part) => maker.fits(part, name));
  }

  function addDependents(chosen: Set<string>): void {
    for (const name of chosen) {
      for (const dependency of wish.dependencies) {
        if (dependency.name !== name || !Array.isArray(dependency.needs)) continue;
        for (const other of dependency.needs) {
          if (!wish.required.has(other)) wish.isChosen = true;
          chosen.add(other);
          wish.required.add(other);
        }
      }
    }
  }

  function addMadeUp(chosen: Set<string>, wanted: number): void {
    for (
      let attempt = 0;
      chosen.size < wanted && attempt < TRIES_FOR_NAME + 2 * wanted;
      attempt += 1
    ) {
      const name = madeUpName(attempt);
      if (name !== undefined && !chosen.has(name) && isAllowed(name)) chosen.add(name);
    }
  }

  function madeUpName(attempt: number): string | undefined {
    const patterns = layers.flatMap(({ patterned }) => [...patterned.keys()]);
    const [first, ...rest] = patterns;
    const takesOthers = layers.every(({ others }) => others?.always !== false);
    if (wish.names.length > 0 && attempt % 2 === 0) {
      const made = make(wish.names, 'name', depth + 1);
      return 'value' in made && typeof made.value === 'string' ? made.value : undefined;
    }
    if (first !== undefined && (!takesOthers || attempt % 2 === 1)) {
      const pattern = parts.pattern(random.pick([first, ...rest]), newRun(maker.effort));
      return textFromPattern(pattern.tree, random, 2);
    }
    return KEYS[attempt] ?? `key${attempt}`;
  }

  function partsFor(name: string): SchemaPart[] {
    const found: SchemaPart[] = [];
    let isSpokenOf = false;
    for (const { named, patterned, others } of layers) {
      const own = [named.get(name)].filter((part) => part !== undefined);
      for (const [pattern, part] of patterned) {
        const run = newRun(maker.effort);
        if (parts.pattern(pattern, run).matches(name, run.effort)) own.push(part);
      }
      if (own.length > 0 || others !== undefined) isSpokenOf = true;
      found.push(...(own.length > 0 ? own : others === undefined ? [] : [others]));
    }
    return isSpokenOf ? found : [...found, ...wish.others];
  }
}

interface ObjectLayer {
  named: ReadonlyMap<string, SchemaPart>;
  patterned: ReadonlyMap<string, SchemaPart>;
  others: SchemaPart | undefined;
}

function readLayer({ place }: SchemaPart, parts: SchemaParts): ObjectLayer {
  const byName = (keyword: string): ReadonlyMap<string, SchemaPart> => {
    const written = isJsonObject(place.value) ? place.value.get(keyword) : undefined;
    const found = new Map<string, SchemaPart>();
    for (const name of isJsonObject(written) ? written.keys() : []) {
      const part = parts.child(place, keyword, name);
      if (part !== undefined) found.set(name, part);
    }
    return found;
  };
  return {
    named: byName('properties'),
    patterned: byName('patternProperties'),
    others: parts.child(place, 'additionalProperties'),
  };
}
