import type { ParseOptions, ProtobufSchema } from '../parsed-schema.ts';
import { checkStatement } from './check-statement.ts';
import type { Token } from './tokens.ts';
import { brokenAt, tokens } from './tokens.ts';

const STATEMENTS: ReadonlySet<string> = new Set([
  'syntax',
  'import',
  'option',
  'package',
  'message',
  'enum',
  'service',
  'extend',
]);

const CLOSING: Readonly<Record<string, string>> = { '{': '}', '[': ']', '(': ')' };

/** The outline of a Protobuf file: its statements, each with the tokens up to its end. */
export function outline(source: string): Token[][] {
  const statements: Token[][] = [];
  const open: Token[] = [];
  let statement: Token[] = [];
  for (const token of tokens(source)) {
    if (token.kind === 'symbol' && token.text === ';' && statement.length === 0) continue;
    if (statement.length === 0 && token.text === 'edition') {
      throw brokenAt(source, token.position, 'edition is not currently supported');
    }
    if (statement.length === 0 && (token.kind !== 'word' || !STATEMENTS.has(token.text))) {
      const known = 'syntax, import, option, package, message, enum, service or extend';
      throw brokenAt(source, token.position, `Expected ${known}, found '${token.text}'`);
    }
    statement.push(token);
    if (token.kind !== 'symbol') continue;
    if (Object.hasOwn(CLOSING, token.text)) open.push(token);
    else if (/[}\])]/.test(token.text)) {
      const opening = open.pop();
      if (opening === undefined || CLOSING[opening.text] !== token.text) {
        throw brokenAt(source, token.position, `Unexpected '${token.text}'`);
      }
    }
    if (open.length > 0 || !endsStatement(token, statement)) continue;
    const fault = checkStatement(statement);
    if (fault !== undefined) throw brokenAt(source, fault.token.position, fault.why);
    statements.push(statement);
    statement = [];
  }
  const unfinished = open.at(-1) ?? statement[0];
  if (unfinished !== undefined) {
    const why =
      open.length > 0 ? `The '${unfinished.text}' is not closed` : 'The statement does not end';
    throw brokenAt(source, unfinished.position, why);
  }
  return statements;
}

/** A block ends a statement, unless it is the value of an option. */
function endsStatement({ text }: Token, statement: readonly Token[]): boolean {
  return text === ';' || (text === '}' && statement[0]?.text !== 'option');
}

/**
 * Reads a Protobuf schema as far as its grammar goes: comments, strings, brackets, statements, fields with their names and
 * numbers. Types are not resolved yet, and the text stays as it is.
 *
 * @throws SchemaError `invalid_schema` with line and column
 */
export function parseProtobuf(
  text: string,
  { references = [], validation = 'new' }: ParseOptions = {},
): ProtobufSchema {
  outline(text);
  const file = {
    syntax: undefined,
    packageName: undefined,
    imports: [],
    options: [],
    types: [],
    services: [],
    extensions: [],
  };
  return { type: 'PROTOBUF', text, file, imported: new Map(), references, validation };
}
