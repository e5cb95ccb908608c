import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

/** Builds the program that the tests of a package start. Without a change this takes a fraction of a second. */
export default function build({ name }: TestProject): void {
  const script = join(import.meta.dirname, 'build.mjs');
  // stdout belongs to the test runner.
  execFileSync(process.execPath, [script, `--filter=./${name}`], { stdio: ['ignore', 2, 2] });
}
