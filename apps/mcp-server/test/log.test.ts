import { expect, it } from 'vitest';
import { createLog } from '../src/log.ts';

it('writes one line for what is important enough', () => {
  const lines: string[] = [];
  const log = createLog('warn', (line) => lines.push(line));
  log('error', 'broken\nin two');
  log('warn', 'careful');
  log('info', 'all well');
  expect(lines).toEqual(['srkit-mcp error: broken in two\n', 'srkit-mcp warn: careful\n']);
});

it('writes nothing when it is to be silent', () => {
  const lines: string[] = [];
  createLog('silent', (line) => lines.push(line))('error', 'broken');
  expect(lines).toEqual([]);
});
