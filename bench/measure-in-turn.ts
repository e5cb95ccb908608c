// What the benchmarks share: libraries as they ship, and times that are fair to each other.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'tsup';

/**
 * Builds libraries as they ship, and loads them: tsx would wrap every function of the sources at
 * every call.
 *
 * @param entry source files by name
 * @returns what all of them export
 */
export async function buildLibraries<Exports>(entry: Record<string, string>): Promise<Exports> {
  const folder = mkdtempSync(join(tmpdir(), 'srkit-bench-'));
  try {
    await build({
      config: false,
      silent: true,
      entry,
      outDir: folder,
      outExtension: () => ({ js: '.mjs' }),
      format: ['esm'],
      target: 'node20',
      splitting: false,
      removeNodeProtocol: false,
    });
    const loaded = await Promise.all(
      Object.keys(entry).map((name) => import(pathToFileURL(join(folder, `${name}.mjs`)).href)),
    );
    return Object.assign({}, ...loaded);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * Runs everything in turn, round after round, so that what disturbs one disturbs all.
 *
 * @param choose which of the milliseconds of all rounds counts
 * @returns the milliseconds of each
 */
export function measure(
  works: Readonly<Record<string, () => void>>,
  rounds: number,
  choose: (times: readonly number[]) => number = median,
): Map<string, number> {
  const times = new Map<string, number[]>();
  for (let round = -2; round < rounds; round += 1) {
    for (const [name, work] of Object.entries(works)) {
      const time = millisecondsOf(work);
      if (round >= 0) times.set(name, [...(times.get(name) ?? []), time]);
    }
  }
  return new Map([...times].map(([name, values]) => [name, choose(values)]));
}

/** How many times a second something is done that is done so many times in so many milliseconds. */
export function perSecond(count: number, milliseconds: number): string {
  return String(Math.round((count / milliseconds) * 1000)).padStart(8);
}

/** A size, and the milliseconds that it takes. */
export type TimedSize = readonly [size: number, milliseconds: number];

/** The exponent with which a time grows with a size, over the whole of a list and step by step. */
export function growth(times: readonly TimedSize[]): { whole: number; steps: number[] } {
  const first = times[0] ?? [1, 1];
  return {
    whole: exponent(first, times.at(-1) ?? first),
    steps: times.slice(1).map((point, index) => exponent(times[index] ?? first, point)),
  };
}

function exponent([smaller, less]: TimedSize, [greater, more]: TimedSize): number {
  return Math.log(more / less) / Math.log(greater / smaller);
}

function millisecondsOf(work: () => void): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}
