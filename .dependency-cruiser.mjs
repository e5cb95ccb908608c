import { existsSync, readFileSync } from 'node:fs';
import { harmlessModules, nameOf, packages } from './boundaries.mjs';

/** @param {readonly string[]} words */
const anyOf = (words) => `(${words.map((word) => word.replaceAll('.', '\\.')).join('|')})`;

/** A library may import what the table allows and its package.json has as a runtime dependency. */
const table = packages
  .filter(({ folder }) => existsSync(`${folder}/package.json`))
  .map(({ folder, mayImport }) => {
    const { dependencies = {} } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
    // An app bundles our packages, so they are its development dependencies.
    const allowed = folder.startsWith('packages/')
      ? mayImport.filter((name) => `@srkit/${name}` in dependencies)
      : mayImport;
    const folders = packages.filter((other) => allowed.includes(nameOf(other.folder)));
    return {
      name: `${nameOf(folder)}-may-import`,
      comment: `boundaries.mjs lets src import ${mayImport.join(', ') || 'none of our packages'}, if package.json has it in dependencies`,
      severity: 'error',
      from: { path: `^${folder}/src/` },
      to: {
        path: '^(packages|apps)/',
        pathNot: `^${anyOf([folder, ...folders.map((other) => other.folder)])}/`,
      },
    };
  });

const library = '^packages/[^/]+/src/';
const nodePart = '^packages/[^/]+/src/node/';

export default {
  forbidden: [
    ...table,
    {
      name: 'package-is-in-the-table',
      comment: 'every package has a row in boundaries.mjs',
      severity: 'error',
      from: {
        path: '^(packages|apps)/',
        pathNot: `^${anyOf(packages.map(({ folder }) => folder))}/`,
      },
      to: {},
    },
    {
      name: 'by-name-only',
      comment: 'another package is imported by its name, never by a relative path',
      severity: 'error',
      from: { path: '^(packages|apps)/([^/]+)/' },
      to: { pathNot: ['^$1/$2/', '^tsup\\.config\\.ts$'], dependencyTypes: ['local'] },
    },
    {
      name: 'no-circle',
      comment: 'files import each other in one direction',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'resolvable',
      comment:
        'the package is not in package.json, the path does not exist, or the package does not export it',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'declared-in-package-json',
      comment: 'src imports only what its own package.json has in dependencies or peerDependencies',
      severity: 'error',
      from: { path: library },
      to: {
        dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'],
        // A peer dependency counts as one of no package too.
        dependencyTypesNot: ['npm-peer'],
      },
    },
    {
      name: 'declared-for-apps-and-tests',
      comment:
        'apps and tests import only what their own package.json has; vitest comes from the root',
      severity: 'error',
      from: { path: '^(packages|apps)/', pathNot: library },
      to: {
        dependencyTypes: ['npm-no-pkg', 'npm-unknown'],
        pathNot: 'node_modules/(vitest|tsup)/',
      },
    },
    {
      name: 'no-input-or-output',
      comment:
        'files, sockets, processes and the system belong to src/node; see harmlessModules in boundaries.mjs',
      severity: 'error',
      from: { path: library, pathNot: nodePart },
      to: {
        dependencyTypes: ['core'],
        pathNot: `^(node:)?${anyOf(harmlessModules)}(/|$)`,
      },
    },
    {
      name: 'process-is-a-global',
      comment: 'linters watch the global process; importing it would pass them by',
      severity: 'error',
      from: { path: library },
      to: { path: '^(node:)?process$' },
    },
    {
      name: 'node-part-stays-apart',
      comment:
        'what is in src/node is reached through the exports of its package, by apps and tests only',
      severity: 'error',
      from: { path: library, pathNot: nodePart },
      to: { path: nodePart },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(packages|apps)/[^/]+/dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['@srkit/source', 'import', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.mjs', '.d.ts', '.json'],
    },
  },
};
