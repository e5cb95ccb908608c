import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { Client as OldClient } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport as OldTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { onTestFinished } from 'vitest';

/** The command, bundled to one file. */
export const bundle = join(import.meta.dirname, '../../dist/srkit-mcp.js');

/** Settings of this machine's environment that the command does not look at. */
const surroundings = { PATH: process.env['PATH'] ?? '' };

/** How a client speaks: the newest protocol, the handshake of before, or with the older SDK. */
export const clientKinds = ['SDK v2, 2026 era', 'SDK v2, 2025 era', 'SDK v1'] as const;

export type ClientKind = (typeof clientKinds)[number];

interface ToolCall {
  name: string;
  arguments: Record<string, unknown>;
}

/** Calls a tool and asks to be told how far it is. */
export type CallWithProgress = (
  call: ToolCall,
  onprogress: (notice: { progress: number }) => void,
) => Promise<unknown>;

/** What all three kinds of client can do. */
export interface AnyClient {
  listTools(): Promise<{ tools: { name: string; outputSchema?: unknown }[] }>;
  callTool(call: ToolCall): Promise<unknown>;
  listResources(): Promise<{ resources: { uri: string }[] }>;
  listResourceTemplates(): Promise<{ resourceTemplates: { uriTemplate: string }[] }>;
  readResource(asked: { uri: string }): Promise<unknown>;
  complete(asked: {
    ref: { type: 'ref/resource'; uri: string };
    argument: { name: string; value: string };
    context?: { arguments: Record<string, string> };
  }): Promise<{ completion: { values: string[] } }>;
  close(): Promise<void>;
}

/** Starts the command and connects a client to it over stdio. */
export async function startWithClient(
  kind: ClientKind,
  { words = [], environment = {} }: Partial<StartOptions>,
): Promise<{ client: AnyClient; callWithProgress: CallWithProgress; stderr(): string }> {
  const settings = {
    command: process.execPath,
    args: [bundle, ...words],
    env: { ...surroundings, ...environment },
    stderr: 'pipe' as const,
  };
  const info = { name: 'test', version: '1.0.0' };
  let said = '';
  if (kind === 'SDK v1') {
    const transport = new OldTransport(settings);
    transport.stderr?.on('data', (piece) => (said += String(piece)));
    const client = new OldClient(info);
    await client.connect(transport);
    onTestFinished(() => client.close());
    return {
      client,
      callWithProgress: (call, onprogress) => client.callTool(call, undefined, { onprogress }),
      stderr: () => said,
    };
  }
  const transport = new StdioClientTransport(settings);
  transport.stderr?.on('data', (piece) => (said += String(piece)));
  const modern = kind === 'SDK v2, 2026 era';
  const client = new Client(info, modern ? { versionNegotiation: { mode: 'auto' } } : {});
  await client.connect(transport);
  onTestFinished(() => client.close());
  return {
    client,
    callWithProgress: (call, onprogress) => client.callTool(call, { onprogress }),
    stderr: () => said,
  };
}

/** How to start the command. */
export interface StartOptions {
  words: string[];
  environment: Record<string, string>;
}

/** The command as a bare process, for what no client shows. */
export interface Started {
  process: ChildProcessWithoutNullStreams;
  stdout(): string;
  stderr(): string;
  /** Sends one message, and waits for the next `lines` lines on stdout. */
  send(message: object, lines?: number): Promise<void>;
  /** Resolves with the exit code and the milliseconds that the end took. */
  ended: Promise<number | null>;
}

/** Starts the command without a client. */
export function startBare({ words = [], environment = {} }: Partial<StartOptions>): Started {
  const child = spawn(process.execPath, [bundle, ...words], {
    env: { ...surroundings, ...environment },
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (piece) => (out += String(piece)));
  child.stderr.on('data', (piece) => (err += String(piece)));
  const ended = new Promise<number | null>((resolve) => child.on('close', (code) => resolve(code)));
  return {
    process: child,
    stdout: () => out,
    stderr: () => err,
    ended,
    async send(message, lines = 1) {
      const wanted = out.split('\n').length + lines;
      child.stdin.write(`${JSON.stringify(message)}\n`);
      while (out.split('\n').length < wanted) await new Promise((next) => setTimeout(next, 5));
    },
  };
}

/** What a client of the 2025 era says first. */
export const initialize = {
  jsonrpc: '2.0',
  id: 0,
  method: 'initialize',
  params: {
    protocolVersion: '2025-11-25',
    capabilities: {},
    clientInfo: { name: 'test', version: '1.0.0' },
  },
};

/** Serves HTTP on this machine until the test ends. */
export async function serveHttp(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
