#!/usr/bin/env node
import './require-node.ts';
import manifest from '../../package.json' with { type: 'json' };
import { createEmbeddedRegistry, type EmbeddedRegistry } from '../create-embedded-registry.ts';
import { listen } from './listen.ts';
import { type Command, readArguments, usage } from './read-arguments.ts';
import { seedFolder } from './seed-folder.ts';

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
  const { port, host, compatibilityLevel } = command;
  const registry = createEmbeddedRegistry({
    compatibilityLevel,
    onInternalError: (error) => say(error instanceof Error ? (error.stack ?? '') : String(error)),
  });
  for (const folder of command.seeds) await seed(registry, folder, command);
  const listening = await listen(registry, { port, host });
  process.stdout.write(`${listening.url}\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      setTimeout(() => process.exit(1), grace).unref();
      listening.close().catch((error: unknown) => fail(String(error), 1));
    });
  }
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
