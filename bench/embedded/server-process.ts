// Servers in processes of their own, so that each has a core and its memory can be told.
import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'tsup';

/** A server in a process of its own. */
export interface ServerProcess {
  port: number;
  /** Sends it a message and gives its answer. */
  ask<Answer>(message: object): Promise<Answer>;
  stop(): Promise<void>;
}

/** Builds the servers as they ship; tsx would wrap every function of the sources at every call. */
export async function buildServers(): Promise<{ folder: string; remove(): void }> {
  const folder = mkdtempSync(join(tmpdir(), 'srkit-bench-'));
  await build({
    config: false,
    silent: true,
    entry: {
      bare: join(import.meta.dirname, 'bare-server.ts'),
      registry: join(import.meta.dirname, 'registry-server.ts'),
    },
    outDir: folder,
    outExtension: () => ({ js: '.mjs' }),
    format: ['esm'],
    target: 'node20',
    splitting: false,
    removeNodeProtocol: false,
    noExternal: [/^@srkit\//],
    esbuildOptions(options) {
      options.conditions = ['@srkit/source'];
    },
  });
  return { folder, remove: () => rmSync(folder, { recursive: true }) };
}

/** Starts a server. */
export async function startServer(file: string, args: string[] = []): Promise<ServerProcess> {
  const child = fork(file, args, { execArgv: ['--expose-gc'] });
  const { port } = await answerOf<{ port: number }>(child);
  return {
    port,
    ask(message) {
      const answer = answerOf<never>(child);
      child.send(message);
      return answer;
    },
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill();
      }),
  };
}

function answerOf<Answer>(child: ChildProcess): Promise<Answer> {
  return new Promise((resolve, reject) => {
    child.once('message', (message) => resolve(message as Answer));
    child.once('exit', (code) => reject(new Error(`a server ended with ${code}`)));
  });
}
