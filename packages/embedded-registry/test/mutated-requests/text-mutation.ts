import fc from 'fast-check';
import { strangePiece } from './strange-texts.ts';

type TextMutation = (text: string) => string;

/** Breaks a text in one place: a piece put in, put over, taken out, doubled, moved; a token renamed; the end cut off. */
export const textMutation: fc.Arbitrary<TextMutation> = fc.oneof(
  fc.tuple(place(), fc.nat({ max: 3 }), strangePiece).map(
    ([at, over, put]) =>
      (text: string) =>
        cut(text, at, over, put),
  ),
  fc.tuple(place(), fc.nat({ max: 20 })).map(
    ([at, length]) =>
      (text: string) =>
        cut(text, at, length, ''),
  ),
  fc.tuple(place(), fc.nat({ max: 30 })).map(([at, length]) => (text: string) => {
    const start = at % (text.length + 1);
    return cut(text, at, 0, text.slice(start, start + length));
  }),
  fc.tuple(place(), place(), fc.nat({ max: 30 })).map(([from, to, length]) => (text: string) => {
    const start = from % (text.length + 1);
    const rest = text.slice(0, start) + text.slice(start + length);
    return cut(rest, to, 0, text.slice(start, start + length));
  }),
  fc.tuple(place(), strangePiece).map(
    ([which, put]) =>
      (text: string) =>
        replaceToken(text, which, put),
  ),
  place().map((at) => (text: string) => text.slice(0, at % (text.length + 1))),
  fc.tuple(place(), fc.nat({ max: 7 })).map(([at, bit]) => (text: string) => {
    const index = at % Math.max(1, text.length);
    const code = text.charCodeAt(index) ^ (1 << bit);
    return cut(text, index, 1, String.fromCharCode(code));
  }),
);

function place(): fc.Arbitrary<number> {
  return fc.nat({ max: 100_000 });
}

function cut(text: string, at: number, length: number, put: string): string {
  const start = at % (text.length + 1);
  return text.slice(0, start) + put + text.slice(start + length);
}

/** Words, numbers and signs are tokens. */
function replaceToken(text: string, which: number, put: string): string {
  const tokens = [...text.matchAll(/[\w.$-]+|[^\s\w]/g)];
  const token = tokens[which % Math.max(1, tokens.length)];
  return token === undefined ? put : cut(text, token.index, token[0].length, put);
}
