import type { Match } from './text-matcher.ts';

const before = 40;
const longest = 120;

/** A match and what stands around it, in one line of at most 122 characters. */
export function snippetOf(text: string, { start }: Pick<Match, 'start'>): string {
  const from = Math.max(0, start - before);
  const cut = text.slice(from, from + longest);
  const line = cut.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').replace(/\p{Surrogate}/gu, '');
  return `${from > 0 ? '…' : ''}${line.trim()}${from + longest < text.length ? '…' : ''}`;
}
