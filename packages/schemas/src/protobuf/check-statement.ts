import type { Token } from './tokens.ts';

/** Where a statement stops making sense, and why. */
export interface Fault {
  token: Token;
  why: string;
}

type Block = 'message' | 'enum' | 'service' | 'extend' | 'oneof' | 'rpc';

const INNER_BLOCKS: Readonly<Record<Block, ReadonlySet<string>>> = {
  message: new Set(['message', 'enum', 'extend', 'oneof']),
  extend: new Set(),
  oneof: new Set(),
  enum: new Set(),
  service: new Set(['rpc']),
  rpc: new Set(),
};

const LABELS: ReadonlySet<string> = new Set(['optional', 'required', 'repeated']);
const RANGES: ReadonlySet<string> = new Set(['option', 'reserved', 'extensions']);
const CLOSING: Readonly<Record<string, string>> = { '{': '}', '[': ']', '(': ')', '<': '>' };
const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;
const NUMBER = /^(?:0[xX][0-9a-fA-F]+|[0-9]+)$/;

/**
 * Checks what stands inside a statement of a Protobuf file whose brackets are balanced: fields and enum constants have a name
 * and a number, blocks hold what belongs into them.
 *
 * @returns the first fault
 */
export function checkStatement(statement: readonly Token[]): Fault | undefined {
  const blocks: { kind: Block; at: number }[] = [];
  const first = asBlock(statement[0]);
  if (first === undefined) return undefined;
  let at = 0;
  const fault = enterBlock(first);
  if (fault) return fault;
  while (blocks.length > 0) {
    const found = readMember();
    if (found) return found;
  }
  return undefined;

  function enterBlock(kind: Block): Fault | undefined {
    const keyword = statement[at];
    const name = statement[at + 1];
    const isNamed = kind === 'extend' ? /^[.A-Za-z_]/.test(name?.text ?? '') : isName(name);
    if (!isNamed) return expected(at + 1, `a name after '${keyword?.text}'`);
    at += 2;
    if (kind === 'rpc') while (at < statement.length && !/^[;{]$/.test(text(at))) at += 1;
    if (kind === 'rpc' && text(at) === ';') {
      at += 1;
      return undefined;
    }
    if (text(at) !== '{') return expected(at, "'{'");
    at += 1;
    blocks.push({ kind, at });
    return undefined;
  }

  function readMember(): Fault | undefined {
    const kind = blocks.at(-1)?.kind ?? 'message';
    const word = text(at);
    if (word === '}' || word === ';') {
      if (word === '}') blocks.pop();
      at += 1;
      return undefined;
    }
    const inner = asBlock(statement[at]);
    // A field may have a type that is called like a keyword; then its name and number follow.
    if (inner !== undefined && INNER_BLOCKS[kind].has(inner) && text(at + 2) !== '=')
      return enterBlock(inner);
    if (RANGES.has(word) && text(at + 1) !== '=' && text(at + 2) !== '=') return skipToEnd();
    if (word === 'option' || kind === 'rpc' || kind === 'service') return skipToEnd();
    return kind === 'enum' ? readNumbered() : readField();
  }

  function readField(): Fault | undefined {
    if (LABELS.has(text(at)) && text(at + 2) !== '=') at += 1;
    if (text(at) === 'map' && text(at + 1) === '<') skipBrackets(at + 1);
    else if (/^[.A-Za-z_]/.test(text(at))) at += 1;
    else return expected(at, 'a field');
    return readNumbered();
  }

  /** A name, `=`, a number, perhaps options, and the end; a group has a body instead. */
  function readNumbered(): Fault | undefined {
    if (!isName(statement[at])) return expected(at, 'a name');
    if (text(at + 1) !== '=') return expected(at + 1, `'=' and a number after '${text(at)}'`);
    at += text(at + 2) === '-' ? 3 : 2;
    if (!NUMBER.test(text(at))) return expected(at, 'a number');
    at += 1;
    if (text(at) === '[') skipBrackets(at);
    if (text(at) === '{') blocks.push({ kind: 'message', at });
    else if (text(at) !== ';') return expected(at, "';'");
    at += 1;
    return undefined;
  }

  function skipToEnd(): Fault | undefined {
    while (text(at) !== ';') {
      if (at >= statement.length || text(at) === '}') return expected(at, "';'");
      if (Object.hasOwn(CLOSING, text(at)) && text(at) !== '<') skipBrackets(at);
      else at += 1;
    }
    at += 1;
    return undefined;
  }

  function skipBrackets(from: number): void {
    let depth = 0;
    at = from;
    do {
      if (Object.hasOwn(CLOSING, text(at))) depth += 1;
      else if (/^[}\])>]$/.test(text(at))) depth -= 1;
      at += 1;
    } while (depth > 0 && at < statement.length);
  }

  function text(index: number): string {
    const token = statement[index];
    return token === undefined || token.kind === 'string' ? '' : token.text;
  }

  function expected(index: number, what: string): Fault {
    const token = statement[Math.min(index, statement.length - 1)] as Token;
    return { token, why: `Expected ${what}, found '${token.text}'` };
  }
}

function asBlock(token: Token | undefined): Block | undefined {
  return token?.kind === 'word' && Object.hasOwn(INNER_BLOCKS, token.text)
    ? (token.text as Block)
    : undefined;
}

function isName(token: Token | undefined): boolean {
  return token?.kind === 'word' && NAME.test(token.text);
}
