import { SchemaError } from '../schema-error.ts';

/** A piece of a Protobuf file: a word or number, a string without its quotes, or one symbol. */
export interface Token {
  kind: 'word' | 'string' | 'symbol';
  text: string;
  /** Where it starts. */
  position: number;
}

const BLANK = /(?:\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/)+/y;
const WORD = /[A-Za-z0-9_.]+/y;
const STRING = /"(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*'/y;
const SYMBOL = /[{}[\]()<>;,=:+\-/]/y;

/**
 * Cuts a Protobuf file into tokens, comments left out.
 *
 * @throws SchemaError `invalid_schema` with line and column
 */
export function* tokens(source: string): Generator<Token> {
  let position = 0;
  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = position;
    return pattern.exec(source)?.[0];
  };
  for (;;) {
    position += match(BLANK)?.length ?? 0;
    if (position >= source.length) return;
    const word = match(WORD);
    const string = word === undefined ? match(STRING) : undefined;
    const symbol = source.startsWith('/*', position) ? undefined : match(SYMBOL);
    const text = word ?? string ?? symbol;
    if (text === undefined) throw brokenAt(source, position, explain(source, position));
    if (word !== undefined) yield { kind: 'word', text, position };
    else if (string === undefined) yield { kind: 'symbol', text, position };
    else yield { kind: 'string', text: text.slice(1, -1), position };
    position += text.length;
  }
}

/** The error for a file that is broken at a place. */
export function brokenAt(source: string, position: number, why: string): SchemaError {
  const before = source.slice(0, position).split('\n');
  const line = before.length;
  const column = (before.at(-1)?.length ?? 0) + 1;
  const details = `${why}: line ${line}, column ${column}`;
  return new SchemaError(`The Protobuf schema is not valid. ${details}.`, {
    code: 'invalid_schema',
    details,
    line,
    column,
  });
}

function explain(source: string, position: number): string {
  const start = source.charAt(position);
  if (start === '"' || start === "'") return 'The string does not end';
  if (source.startsWith('/*', position)) return 'The comment does not end';
  return `Unexpected character '${start}'`;
}
