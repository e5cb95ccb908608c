import { describe, expect, it } from 'vitest';
import { readArguments } from '../../src/command/read-arguments.ts';

describe('readArguments', () => {
  it.each([
    [[], { do: 'serve', demo: false }],
    [['--demo'], { do: 'serve', demo: true }],
    [['--demo', 'schemas'], { do: 'serve', demo: true, folder: 'schemas' }],
    [['--demo=schemas'], { do: 'serve', demo: true, folder: 'schemas' }],
    [['--version'], { do: 'version' }],
    [['-v'], { do: 'version' }],
    [['--help'], { do: 'help' }],
    [['--demo', '--help'], { do: 'help' }],
  ])('reads %j', (words, expected) => {
    expect(readArguments(words)).toEqual(expected);
  });

  it.each([
    [['--demos'], 'Did you mean --demo?'],
    [['--port', '80'], 'It takes --demo, --version, --help.'],
    [['serve'], 'does not know the argument "serve"'],
    [['--demo='], 'needs a folder'],
  ])('refuses %j in a sentence', (words, reason) => {
    expect(readArguments(words)).toEqual({ do: 'refuse', reason: expect.stringContaining(reason) });
  });
});
