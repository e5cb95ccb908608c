import { existsSync, readFileSync } from 'node:fs';
import type { TestContext } from 'vitest';

const folder = new URL('../../../../../shared/data/', import.meta.url);

/** Skips the test, with a reason that is counted, where the shared data is missing. */
export function needsSharedData(context: TestContext): void {
  if (!existsSync(folder)) context.skip('needs ../shared/data, which is not there');
}

/** The text of one file of the shared data. */
export function sharedText(path: string): string {
  return readFileSync(new URL(path, folder), 'utf8');
}

/** The rows of a file that holds one JSON value a line. */
export function sharedRows<Row>(path: string): Row[] {
  return sharedText(path)
    .split('\n')
    .filter((line) => line !== '')
    .map((line): Row => JSON.parse(line));
}
