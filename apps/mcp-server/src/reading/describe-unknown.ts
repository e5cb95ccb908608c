import type { Unreadable } from '@srkit/snapshot';
import { answerWords } from '../present/answer-words.ts';

/** What could not be read, in the words of answers; nothing where all could. */
export function describeUnknown<Part extends Unreadable>(unknown: readonly Part[]) {
  if (unknown.length === 0) return {};
  return { unknown: answerWords(unknown), total_unknown: unknown.length };
}
