type Step = { complaint: string } | undefined;

const maxDepth = 1000;
const tokens = `(JSON String, Number (or 'NaN'/'+INF'/'-INF'), Array, Object or token 'null', 'true' or 'false')`;
const redacted = '[Source: REDACTED (`StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION` disabled)';

/** Says what is wrong with a text that is not JSON, in the words of the parser that the real registry uses. */
export function jsonComplaint(text: string): string {
  let at = 0;
  let depth = 0;

  const first = readValue();
  if (first) return first.complaint;
  skipSpace();
  // What follows the first value is read as one more.
  return readValue()?.complaint ?? 'Trailing token found after value';

  function skipSpace(): void {
    while (/[ \t\r\n\uFEFF]/.test(text[at] ?? '')) at += 1;
  }

  function readValue(): Step {
    skipSpace();
    const character = text[at];
    if (character === undefined) return { complaint: 'No content to map due to end-of-input' };
    if (character === '{') return readContainer('Object', '}');
    if (character === '[') return readContainer('Array', ']');
    if (character === '"') return readString();
    if (character === '}' || character === ']')
      return {
        complaint: `Unexpected close marker '${character}': no open ${character === '}' ? 'Object' : 'Array'} to close`,
      };
    if (/[-0-9]/.test(character)) return readNumber();
    const word = /^[\p{L}\p{N}_$]+/u.exec(text.slice(at, at + 300))?.[0];
    if (word === undefined) return unexpected(`expected a valid value ${tokens}`);
    if (word === 'true' || word === 'false' || word === 'null') {
      at += word.length;
      return undefined;
    }
    return { complaint: `Unrecognized token '${word}': was expecting ${tokens}` };
  }

  function unexpected(expected: string): Step {
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    return {
      complaint: `Unexpected character ('${character}' (code ${character.codePointAt(0)})): ${expected}`,
    };
  }

  function readContainer(kind: 'Object' | 'Array', close: string): Step {
    const start = at;
    const ended = (): Step => ({
      complaint: `Unexpected end-of-input: expected close marker for ${kind} (start marker at ${redacted}; ${place(start)}])`,
    });
    depth += 1;
    if (depth > maxDepth)
      return {
        complaint: `Document nesting depth (${depth}) exceeds the maximum allowed (${maxDepth}, from \`StreamReadConstraints.getMaxNestingDepth()\`)`,
      };
    at += 1;
    skipSpace();
    if (text[at] === close) {
      depth -= 1;
      at += 1;
      return undefined;
    }
    for (;;) {
      skipSpace();
      if (at >= text.length) return ended();
      if (kind === 'Object') {
        if (text[at] !== '"') return unexpected('was expecting double-quote to start field name');
        const name = readString();
        if (name) return name;
        skipSpace();
        if (at >= text.length)
          return { complaint: `Unexpected end-of-input within/between ${kind} entries` };
        if (text[at] !== ':')
          return unexpected('was expecting a colon to separate field name and value');
        at += 1;
        skipSpace();
        if (at >= text.length)
          return { complaint: `Unexpected end-of-input within/between ${kind} entries` };
      }
      const value = readValue();
      if (value) return value;
      skipSpace();
      const next = text[at];
      if (next === undefined) return ended();
      at += 1;
      if (next === close) {
        depth -= 1;
        return undefined;
      }
      if (next === '}' || next === ']')
        return {
          complaint: `Unexpected close marker '${next}': expected '${close}' (for ${kind} starting at ${redacted}; ${place(start)}])`,
        };
      if (next !== ',') {
        at -= 1;
        return unexpected(`was expecting comma to separate ${kind} entries`);
      }
    }
  }

  function readString(): Step {
    for (at += 1; at < text.length; at += 1) {
      const character = text[at] ?? '';
      if (character === '"') {
        at += 1;
        return undefined;
      }
      if (character < ' ')
        return {
          complaint: `Illegal unquoted character ((CTRL-CHAR, code ${character.charCodeAt(0)})): has to be escaped using backslash to be included in string value`,
        };
      if (character !== '\\') continue;
      at += 1;
      const escaped = text[at];
      if (escaped === undefined) break;
      if (escaped === 'u') {
        if (!/^[0-9a-fA-F]{4}/.test(text.slice(at + 1, at + 5))) {
          at += 1;
          return unexpected('expected a hex-digit for character escape sequence');
        }
        at += 4;
      } else if (!'"\\/bfnrt'.includes(escaped)) {
        return {
          complaint: `Unrecognized character escape '${escaped}' (code ${escaped.charCodeAt(0)})`,
        };
      }
    }
    return { complaint: 'Unexpected end-of-input: was expecting closing quote for a string value' };
  }

  function readNumber(): Step {
    const number = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/.exec(text.slice(at));
    if (!number) {
      at += 1;
      return unexpected('Expected digit (0-9) to follow minus sign, for valid numeric value');
    }
    at += number[0].length;
    if (/[\p{L}\p{N}_$.]/u.test(text[at] ?? ''))
      return unexpected('Expected space separating root-level values');
    return undefined;
  }

  function place(index: number): string {
    const before = text.slice(0, index).split('\n');
    return `line: ${before.length}, column: ${(before.at(-1)?.length ?? 0) + 1}`;
  }
}
