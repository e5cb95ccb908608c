// Holds every package.json against the table in boundaries.mjs: what no import shows.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { foundations, nameOf, packages } from '../boundaries.mjs';

const root = join(import.meta.dirname, '..');
/** @type {string[]} */
const faults = [];
/** @type {Map<string, string[]>} every package and those of ours that must be built or at hand before it */
const needs = new Map();

for (const group of ['packages', 'apps']) {
  for (const entry of readdirSync(join(root, group))) {
    const folder = `${group}/${entry}`;
    const file = join(root, folder, 'package.json');
    if (!existsSync(file)) continue;
    const row = packages.find((candidate) => candidate.folder === folder);
    if (row === undefined) {
      faults.push(
        `${folder} has no row in boundaries.mjs. Add one: what it is, what it may import.`,
      );
      continue;
    }
    checkManifest(row, JSON.parse(readFileSync(file, 'utf8')));
  }
}
for (const name of needs.keys()) {
  const circle = circleFrom(name, []);
  if (circle === undefined) continue;
  faults.push(
    `${circle.join(' → ')} is a circle of dependencies (development ones count). Test the lower one without the upper one.`,
  );
  break;
}

for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exit(1);

/**
 * @param {import('../boundaries.mjs').Package} row
 * @param {{ name: string, dependencies?: Record<string, string>, devDependencies?: Record<string, string> }} manifest
 */
function checkManifest({ folder, mayImport }, manifest) {
  const name = nameOf(folder);
  if (manifest.name !== `@srkit/${name}`)
    faults.push(`${folder}/package.json is named ${manifest.name}. Name it @srkit/${name}.`);
  const runtime = ours(manifest.dependencies);
  const development = ours(manifest.devDependencies);
  needs.set(name, [...runtime, ...development]);
  const strict = foundations.includes(name) ? [...runtime, ...development] : runtime;
  for (const other of strict.filter((candidate) => !mayImport.includes(candidate)))
    faults.push(
      `${folder}/package.json depends on @srkit/${other}, which boundaries.mjs does not let it import.`,
    );
}

/** @param {Record<string, string> | undefined} dependencies */
function ours(dependencies = {}) {
  return Object.keys(dependencies)
    .filter((name) => name.startsWith('@srkit/'))
    .map((name) => name.slice('@srkit/'.length));
}

/**
 * @param {string} name
 * @param {string[]} path
 * @returns {string[] | undefined}
 */
function circleFrom(name, path) {
  const start = path.indexOf(name);
  if (start !== -1) return [...path.slice(start), name];
  for (const next of needs.get(name) ?? []) {
    const circle = circleFrom(next, [...path, name]);
    if (circle !== undefined) return circle;
  }
  return undefined;
}
