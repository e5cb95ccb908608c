import type { AvroField, AvroType } from '../../avro/model.ts';
import type { ValuePath, ValueProblem } from '../value-problem.ts';
import { describeFound, pointer } from '../value-problem.ts';
import { describeType } from './describe-type.ts';
import type { TypeNames, ValueTree } from './value-tree.ts';

/** How the values of unions are written, see `ValueEncoding`; `default` is that of a field's default. */
export type FitStyle = 'plain' | 'avro-json' | 'default';

/** Stands for the value where there is none, because it does not fit. */
export const UNFIT = Symbol('unfit');

export type Fitted = ValueTree | typeof UNFIT;

/** An earlier try to fit a value into a type. */
export interface Attempt {
  fitted: Fitted;
  unnatural: number;
}

/** One walk of a message along its schema. */
export interface Fit {
  readonly style: FitStyle;
  readonly names: TypeNames;
  readonly problems: ValueProblem[];
  /** The walk ends at so many problems. */
  readonly limit: number;
  /** Whether the value is put together, or only checked. */
  readonly build: boolean;
  readonly path: ValuePath;
  /** Shared by the tries within a walk, which all end when there is none left. */
  readonly effort: { left: number };
  readonly defaults: Map<AvroField, Fitted>;
  readonly tried: Map<object, Map<AvroType, Attempt>>;
  depth: number;
  /** Above 0 something is only tried, and nothing told. */
  silent: number;
  /** How often the value had to be bent: defaults filled in, texts taken for bytes, digits lost. */
  unnatural: number;
  /** How often an object was taken for the label of a branch. */
  labels: number;
}

/** Levels of lists, objects and unions. */
export const GREATEST_DEPTH = 1000;

/** Steps from value to value, field to field, branch to branch. */
export const GREATEST_EFFORT = 10_000_000;

/** A walk that has not begun. */
export function newFit(style: FitStyle, names: TypeNames, limit: number, build: boolean): Fit {
  return {
    style,
    names,
    problems: [],
    limit,
    build,
    path: [],
    effort: { left: GREATEST_EFFORT },
    defaults: new Map(),
    tried: new Map(),
    depth: 0,
    silent: 0,
    unnatural: 0,
    labels: 0,
  };
}

/** Whether the walk tells nothing, or nothing more. */
export function isSilent({ silent, problems, limit }: Fit): boolean {
  return silent > 0 || problems.length >= limit;
}

/** Whether the walk need not go on after a problem. */
export function isOver(fit: Fit): boolean {
  return isSilent(fit) || fit.effort.left < 0;
}

/** Spends effort; false where there is none left. */
export function spend(fit: Fit, cost: number): boolean {
  fit.effort.left -= cost;
  return fit.effort.left >= 0;
}

/** Notes a problem where the walk is. */
export function tell(fit: Fit, problem: Omit<ValueProblem, 'path'>): typeof UNFIT {
  if (!isSilent(fit)) fit.problems.push({ path: pointer(fit.path), ...problem });
  return UNFIT;
}

/** Notes that a value is not of a type; `hint` says what to do about it, if that is known. */
export function tellMismatch(fit: Fit, type: AvroType, value: unknown, hint = ''): typeof UNFIT {
  if (isSilent(fit)) return UNFIT;
  const expected = describeType(type);
  const found = describeFound(value);
  const advice = hint === '' ? '' : ` ${hint}`;
  return tell(fit, { message: `Expected ${expected}, found ${found}.${advice}`, expected, found });
}
