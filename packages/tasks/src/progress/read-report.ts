import { plainText } from '../plain-text.ts';
import type { TaskProgress } from '../task.ts';

/** What work says of its progress. What is not said stays as it was said last. */
export interface ProgressReport {
  /** How much is done, in `unit`. */
  done?: number | undefined;
  /** How much there is to do, in `unit`. It may change while the work goes on. */
  total?: number | undefined;
  /** What is counted: `subjects`. */
  unit?: string | undefined;
  /** What the work does now, in a few words; control characters are taken out, 500 characters are kept. */
  message?: string | undefined;
  /** How many errors there were so far. */
  errors?: number | undefined;
  /** How many times something was tried again so far. */
  retries?: number | undefined;
}

type Said = Omit<TaskProgress, 'ratePerSecond' | 'remainingMs' | 'updatedAt'>;

const numberFields = ['done', 'total', 'errors', 'retries'] as const;
const textFields = { unit: 50, message: 500 } as const;

/** A progress with what a report adds to it, and what is wrong with the report. */
export interface ReadReport {
  said: Said;
  /** What cannot be, in words. It is left out of `said`: a bad count is no reason to end work in the middle. */
  faults: string[];
}

/**
 * Adds a report to what was said before.
 *
 * @param before the progress so far
 * @param report what the work says, which is not trusted
 */
export function readReport(before: Said, report: ProgressReport | null): ReadReport {
  if (typeof report !== 'object' || report === null)
    return { said: before, faults: [`the report is ${shown(report)}, not an object`] };
  // What counted something else says nothing of this.
  const { done: _done, total: _total, ...other } = before;
  const countsOther = report.unit !== undefined && report.unit !== before.unit;
  const said: { -readonly [Field in keyof Said]: Said[Field] } = countsOther
    ? other
    : { ...before };
  const faults: string[] = [];
  for (const field of numberFields) {
    const number: unknown = report[field];
    if (number === undefined) continue;
    if (typeof number === 'number' && Number.isFinite(number) && number >= 0) said[field] = number;
    else faults.push(`${field} is ${shown(number)}, not a number from 0 on`);
  }
  for (const field of ['unit', 'message'] as const) {
    const text: unknown = report[field];
    if (text === undefined) continue;
    if (typeof text === 'string') said[field] = plainText(text, textFields[field]);
    else faults.push(`${field} is ${shown(text)}, not a text`);
  }
  return { said, faults };
}

function shown(value: unknown): string {
  if (typeof value === 'number' || value === null || value === undefined) return String(value);
  return `of type ${typeof value}`;
}
