/**
 * The packages of this repository: what each one is, and which of ours its sources may import.
 * `.dependency-cruiser.mjs` and `scripts/check-packages.mjs` enforce it, ARCHITECTURE.md shows it.
 *
 * @typedef {object} Package
 * @property {string} folder where it lives, from the root of the repository; its last part is the name after `@srkit/`
 * @property {string} is what it is, in one sentence
 * @property {readonly string[]} mayImport the names of ours that `src` may import
 */

/** @type {readonly Package[]} */
const libraries = [
  {
    folder: 'packages/registry-protocol',
    is: 'The vocabulary: wire types, error numbers, `:.ctx:subject` names, levels, modes, guid, the table of routes (what reads, what writes), order by reference, `Secret`.',
    mayImport: [],
  },
  {
    folder: 'packages/schemas',
    is: 'Avro, JSON Schema and Protobuf: parse, canonical form, normalise, fingerprint, references, difference, compatibility with reasons, lint, field walk, values.',
    mayImport: [],
  },
  {
    folder: 'packages/tasks',
    is: 'Runs, reports, cancels, remembers and schedules long work; stores.',
    mayImport: [],
  },
  {
    folder: 'packages/audit',
    is: 'An append-only signed log: write, verify, export.',
    mayImport: [],
  },
  {
    folder: 'packages/auth',
    is: '`inbound/` token checks, scopes, metadata; `outbound/` credentials for registries.',
    mayImport: ['registry-protocol'],
  },
  {
    folder: 'packages/registry-client',
    is: 'The typed REST client: one request path, every endpoint.',
    mayImport: ['registry-protocol'],
  },
  {
    folder: 'packages/embedded-registry',
    is: 'A Confluent-compatible registry in process: a `fetch`, `listen()`, a command.',
    mayImport: ['registry-protocol', 'schemas'],
  },
  {
    folder: 'packages/registries',
    is: 'Several registries: configuration (also from a plain record of variables), default, health.',
    mayImport: ['registry-client', 'registry-protocol'],
  },
  {
    folder: 'packages/snapshot',
    is: 'Reads a scope into one plain value; statistics, comparison, search, findings.',
    mayImport: ['registry-client', 'registry-protocol', 'schemas'],
  },
  {
    folder: 'packages/contexts',
    is: 'Contexts: list with counts, create, delete, clear (plan, then apply).',
    mayImport: ['snapshot', 'registry-client', 'registry-protocol'],
  },
  {
    folder: 'packages/export',
    is: 'JSON, Avro IDL, documentation, bundle; and a bundle back into a snapshot.',
    mayImport: ['snapshot', 'registry-protocol', 'schemas'],
  },
  {
    folder: 'packages/migrate',
    is: 'Migration and synchronisation: plan, apply, verify, roll back, sync; journal.',
    mayImport: ['snapshot', 'registry-client', 'registry-protocol', 'schemas'],
  },
];

const everyLibrary = libraries.map(({ folder }) => nameOf(folder));

/** @type {readonly Package[]} */
export const packages = [
  ...libraries,
  {
    folder: 'apps/mcp-server',
    is: 'The MCP server: tools, resources, prompts, transports, composition.',
    mayImport: everyLibrary,
  },
  {
    folder: 'apps/cli',
    is: 'The same for people at a terminal.',
    mayImport: everyLibrary,
  },
];

/** Packages that everything else is tested against: their development dependencies stay inside `mayImport` too. */
export const foundations = ['registry-protocol', 'schemas', 'embedded-registry'];

/** What Node brings that does no input or output of its own, so that any library file may import it. */
export const harmlessModules = ['buffer', 'crypto', 'events', 'stream', 'url', 'util', 'zlib'];

/**
 * The name of a package after `@srkit/`.
 *
 * @param {string} folder
 */
export function nameOf(folder) {
  return folder.slice(folder.lastIndexOf('/') + 1);
}
