#!/usr/bin/env node
import './require-node.ts';
import manifest from '../../package.json' with { type: 'json' };
import { createEmbeddedRegistry, type EmbeddedRegistry } from '../create-embedded-registry.ts';
import type { RegistrySnapshot } from '../state/snapshot.ts';
import { type DataFolder, openDataFolder } from './data-folder/open-data-folder.ts';
import { type Listening, listen } from './listen.ts';
import { type Command, readArguments } from './read-arguments.ts';
import { type ReadFiles, readFiles } from './read-files.ts';
import { seedFolder } from './seed-folder.ts';
import { usage } from './usage.ts';

/** How long requests under way may take after a signal, in milliseconds. */
const grace = 5_000;

async function main(): Promise<void> {
  const command = readArguments(process.argv.slice(2));
  if (command.kind === 'help') process.stdout.write(usage);
  else if (command.kind === 'version') process.stdout.write(`${manifest.version}\n`);
  else if (command.kind === 'mistake') fail(`${command.message} See srkit-registry --help.`, 2);
  else await serve(command);
}

async function serve(command: Extract<Command, { kind: 'serve' }>): Promise<void> {
  const { data } = command;
  const files = await readFiles(command.files, say);
  const log = data === undefined ? undefined : await openDataFolder(data, { onNotice: say });
  try {
    await start(command, files, log);
  } catch (error) {
    await log?.close();
    throw error;
  }
}

async function start(
  command: Extract<Command, { kind: 'serve' }>,
  { registry: fromFiles, snapshot, tls }: ReadFiles,
  log: DataFolder | undefined,
): Promise<void> {
  const { port, host, compatibilityLevel, confluentVersion, edition, clusterId, admin } = command;
  const registry = createEmbeddedRegistry({
    compatibilityLevel,
    confluentVersion,
    edition,
    clusterId,
    admin,
    ...fromFiles,
    ...(log && { log }),
    onInternalError: (error) => say(error instanceof Error ? (error.stack ?? '') : String(error)),
  });
  if (snapshot) await begin(registry, snapshot);
  for (const folder of command.seeds) await seed(registry, folder, command);
  const listening = await listen(registry, { port, host, ...(tls && { tls }) });
  process.stdout.write(`${listening.url}\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      setTimeout(() => process.exit(1), grace).unref();
      end(listening, log).catch((error: unknown) => fail(String(error), 1));
    });
  }
}

async function begin(registry: EmbeddedRegistry, snapshot: RegistrySnapshot): Promise<void> {
  if (registry.snapshot().changes.length > 0)
    throw new Error(
      '--data holds something already, which --snapshot would replace. Give one of them.',
    );
  await registry.reset(snapshot);
}

async function end(listening: Listening, log: DataFolder | undefined): Promise<void> {
  await listening.close();
  await log?.close();
}

async function seed(
  registry: EmbeddedRegistry,
  folder: string,
  { seedOptions }: Extract<Command, { kind: 'serve' }>,
): Promise<void> {
  const outcomes = await seedFolder(registry, folder, seedOptions);
  for (const outcome of outcomes)
    if (!outcome.ok) say(`not registered: ${outcome.file}: ${outcome.reason}`);
  const done = outcomes.filter((outcome) => outcome.ok).length;
  say(`${done} of ${outcomes.length} files of ${folder} registered`);
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

function fail(message: string, code: number): void {
  say(message);
  process.exitCode = code;
}

main().catch((error: unknown) => {
  fail(`srkit-registry could not start: ${error instanceof Error ? error.message : error}`, 1);
});
