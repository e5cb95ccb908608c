import type { AvroType, AvroUnion } from '../../avro/model.ts';
import { isMembers } from '../plain-value.ts';
import { listNames } from '../value-problem.ts';
import type { Attempt, Fit, Fitted } from './fit.ts';
import { isSilent, spend, tellMismatch, UNFIT } from './fit.ts';
import { fitScalar, isScalar, isSpecialNumber } from './fit-scalar.ts';
import { wrapBranch } from './value-tree.ts';

const COST_OF_TRY = 8;

/** Fits a value into a type, in a walk. */
type FitValue = (type: AvroType, value: unknown, fit: Fit) => Fitted;

/** Fits a value into a union. Avro JSON names the branch; otherwise the best branch is chosen. */
export function fitUnion(union: AvroUnion, value: unknown, fit: Fit, fitValue: FitValue): Fitted {
  if (fit.style === 'avro-json') return fitLabelled(union, value, fit, fitValue);
  if (!spend(fit, union.branches.length / 8)) return UNFIT;
  let only: AvroType | undefined;
  for (const branch of union.branches) {
    if (!mayHold(branch, value)) continue;
    if (only !== undefined) return fitBest(union, value, fit, fitValue);
    only = branch;
  }
  if (only === undefined) return tellMismatch(fit, union, value);
  const fitted = isScalar(only) ? fitScalar(only, value, fit) : fitValue(only, value, fit);
  return wrapFitted(only, fitted, fit);
}

/** Fits a value into the branch that takes it with the least bending, the first of equal ones. */
function fitBest(union: AvroUnion, value: unknown, fit: Fit, fitValue: FitValue): Fitted {
  let best: AvroType | undefined;
  let found: Attempt = { fitted: UNFIT, unnatural: Infinity };
  for (const branch of union.branches) {
    if (!mayHold(branch, value)) continue;
    const attempt = tryBranch(branch, value, fit, fitValue);
    if (attempt.fitted === UNFIT || attempt.unnatural >= found.unnatural) continue;
    best = branch;
    found = attempt;
    // A default is of the first branch that takes it.
    if (found.unnatural === 0 || fit.style === 'default') break;
  }
  if (best !== undefined) {
    fit.unnatural += found.unnatural;
    return wrapFitted(best, found.fitted, fit);
  }
  const closest = isSilent(fit) ? undefined : closestBranch(union, value);
  return closest === undefined ? tellMismatch(fit, union, value) : fitValue(closest, value, fit);
}

function fitLabelled(union: AvroUnion, value: unknown, fit: Fit, fitValue: FitValue): Fitted {
  const labels = fit.names.labels(union);
  if (value === null) {
    return labels.has('null') ? null : tellMismatch(fit, union, value);
  }
  const [label, more] = isMembers(value) ? Object.keys(value) : [];
  const branch = label === undefined || more !== undefined ? undefined : labels.get(label);
  if (!isMembers(value) || label === undefined || branch === undefined || label === 'null') {
    const rule = 'Avro JSON writes a value of a union as {"<branch>": value}';
    const names = [...labels.keys()].filter((name) => name !== 'null');
    return tellMismatch(fit, union, value, `${rule}, with one of: ${listNames(names)}.`);
  }
  fit.labels += 1;
  fit.path.push(label);
  const fitted = fitValue(branch, value[label], fit);
  fit.path.pop();
  return wrapFitted(branch, fitted, fit);
}

function wrapFitted(branch: AvroType, fitted: Fitted, fit: Fit): Fitted {
  if (fitted === UNFIT || !fit.build) return fitted;
  return wrapBranch(branch, fitted, fit.names);
}

/** Tries a branch. Answers are remembered, or nested unions would be tried exponentially often. */
function tryBranch(branch: AvroType, value: unknown, fit: Fit, fitValue: FitValue): Attempt {
  if (isScalar(branch)) return silently(fit, () => fitScalar(branch, value, fit));
  if (!isMembers(value) && !Array.isArray(value)) return { fitted: UNFIT, unnatural: 0 };
  const attempts = fit.tried.get(value) ?? new Map<AvroType, Attempt>();
  const known = attempts.get(branch);
  if (known !== undefined) return known;
  if (!spend(fit, COST_OF_TRY)) return { fitted: UNFIT, unnatural: 0 };
  const attempt = silently(fit, () => fitValue(branch, value, fit));
  fit.tried.set(value, attempts.set(branch, attempt));
  return attempt;
}

function silently(fit: Fit, attempt: () => Fitted): Attempt {
  const before = fit.unnatural;
  fit.silent += 1;
  const fitted = attempt();
  fit.silent -= 1;
  const unnatural = fit.unnatural - before;
  fit.unnatural = before;
  return { fitted, unnatural };
}

/** Whether a value is of the kind of a type, without looking into it. */
function mayHold(type: AvroType, value: unknown): boolean {
  switch (type.type) {
    case 'null':
      return value === null;
    case 'boolean':
      return typeof value === 'boolean';
    case 'int':
    case 'long':
      return typeof value === 'number' || typeof value === 'bigint';
    case 'float':
    case 'double':
      return typeof value === 'number' || typeof value === 'bigint' || isSpecialNumber(value);
    case 'string':
    case 'enum':
      return typeof value === 'string';
    case 'bytes':
    case 'fixed':
      return typeof value === 'string' || value instanceof Uint8Array;
    case 'array':
      return Array.isArray(value);
    case 'map':
    case 'record':
      return isMembers(value);
    case 'union':
      return true;
  }
}

/** Of branches that do not fit the one whose reasons help most, if any does. */
function closestBranch(union: AvroUnion, value: unknown): AvroType | undefined {
  const keys = isMembers(value) ? Object.keys(value) : [];
  let closest: AvroType | undefined;
  let most = -1;
  for (const branch of union.branches) {
    if (isScalar(branch) || !mayHold(branch, value)) continue;
    const shared =
      branch.type === 'record' ? keys.filter((key) => branch.fieldsByName.has(key)).length : 0;
    if (shared <= most) continue;
    closest = branch;
    most = shared;
  }
  return closest;
}
