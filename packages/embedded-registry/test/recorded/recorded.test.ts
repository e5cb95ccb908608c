import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createEmbeddedRegistry } from '../../src/index.ts';
import { listen } from '../../src/node/index.ts';

const data = join(import.meta.dirname, '../../../../../shared/data/recorded');
const more = join(data, 'confluent-8.1.5-more.jsonl');

/** Runs one of the programs that compare a registry with the recorded one, and gives what it printed. */
async function compare(
  program: string,
  ...args: string[]
): Promise<{ code: number | null; out: string }> {
  const { url, close } = await listen(createEmbeddedRegistry());
  try {
    return await new Promise((resolve) => {
      const child = spawn(process.execPath, [join(data, program), '--url', url, ...args]);
      let out = '';
      child.stdout.on('data', (part) => {
        out += part;
      });
      child.stderr.on('data', (part) => {
        out += part;
      });
      child.on('close', (code) => resolve({ code, out }));
    });
  } finally {
    await close();
  }
}

// What stays below 100 % is a crash of the registry that we do not follow.
test.for([
  ['all requests', 'replay.mjs', '--min', '100'],
  ['imports, settings, the life of contexts', 'replay.mjs', '--file', more, '--min', '100'],
  ['texts', 'texts.mjs', '--min', '100'],
  ['evolutions', 'evolutions.mjs', '--min', '98.9'],
])(
  '%s are answered as recorded',
  { timeout: 60_000 },
  async ([, program = '', ...args], { skip }) => {
    if (!existsSync(data)) skip('needs ../shared/data/recorded, which is not there');
    const { code, out } = await compare(program, ...args);
    expect(code, out).toBe(0);
  },
);
