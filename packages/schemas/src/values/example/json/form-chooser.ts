import type { SchemaPart } from '../../json/schema-part.ts';
import type { Random } from '../random.ts';
import type { Choices } from './collect-wish.ts';

/** Chooses among forms, other ones at each attempt. */
interface FormChooser extends Choices {
  begin(attempt: number, isFlat: boolean): void;
  /**
   * Looks at a value that did not do: the conditions that it fulfils are the ones to reckon with.
   * Where there was no value, at most one condition is tried at a time.
   */
  learn(fits: ((part: SchemaPart) => boolean) | undefined): void;
}

/**
 * Begins with forms by chance, the flattest ones where the value should be flat. Attempt by attempt it
 * goes through all combinations, and every second time chooses by chance again, as there can be too many.
 */
export function formChooser(random: Random, heightOf: (part: SchemaPart) => number): FormChooser {
  const starts = new Map<string, number>();
  const conditions = new Map<SchemaPart, boolean>();
  let attempt = 0;
  let isFlat = false;
  let turn = 1;

  function choose(forms: readonly SchemaPart[]): SchemaPart | undefined {
    const finite = forms.filter((form) => heightOf(form) < Infinity);
    const candidates = isFlat && attempt < 4 ? flattest(finite) : finite;
    if (candidates.length === 0) return forms[0];
    const key = `${candidates[0]?.place.pointer} ${candidates.length}`;
    const start = starts.get(key) ?? random.below(candidates.length);
    starts.set(key, start);
    if (attempt % 2 === 1) return candidates[random.below(candidates.length)];
    const step = Math.floor(attempt / 2 / turn);
    turn *= candidates.length;
    return candidates[(start + step) % candidates.length];
  }

  function flattest(forms: readonly SchemaPart[]): SchemaPart[] {
    const least = forms.reduce((height, form) => Math.min(height, heightOf(form)), Infinity);
    return forms.filter((form) => heightOf(form) === least);
  }

  return {
    begin: (next, flat) => {
      attempt = next;
      isFlat = flat;
      turn = 1;
    },
    choose,
    holds: (condition) => {
      const holds = conditions.get(condition) ?? false;
      conditions.set(condition, holds);
      return holds;
    },
    learn: (fits) => {
      const all = [...conditions.keys()];
      const one = all[random.below(2 * all.length)];
      for (const condition of all)
        conditions.set(condition, fits?.(condition) ?? condition === one);
    },
  };
}
