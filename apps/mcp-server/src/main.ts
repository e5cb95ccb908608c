#!/usr/bin/env node
import { Console } from 'node:console';
import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { isRegistriesError } from '@srkit/registries';
import { describeServed } from './command/describe-served.ts';
import { endWithClient } from './command/end-with-client.ts';
import { helpText } from './command/help-text.ts';
import { readArguments } from './command/read-arguments.ts';
import { serveOptions } from './command/serve-options.ts';
import { stdioTransport } from './command/stdio-transport.ts';
import { ConfigError } from './config/config-error.ts';
import { readEnvironment } from './config/read-environment.ts';
import { createSrkitServer } from './create-srkit-server.ts';
import { createLog } from './log.ts';
import { version } from './version.ts';

/** Serves until the client goes; throws a ConfigError or a RegistriesError for settings that cannot be used. */
async function serve(asked: { demo: boolean; folder?: string }): Promise<void> {
  if (
    asked.folder !== undefined &&
    !statSync(asked.folder, { throwIfNoEntry: false })?.isDirectory()
  )
    throw new ConfigError(`--demo: ${JSON.stringify(asked.folder)} is not a folder.`);
  const { configuration, logLevel } = await readEnvironment(process.env, (path) =>
    readFile(path, 'utf8'),
  );
  const log = createLog(logLevel, (line) => process.stderr.write(line));
  const options = await serveOptions(asked, configuration, log);
  const server = createSrkitServer(options);
  const connection = serveStdio(() => server.createMcpServer(), {
    transport: stdioTransport(),
    onerror: (error) => log('warn', error.message),
  });
  endWithClient(async () => {
    // What was read last begins in this turn, and what was answered last is written in the one after the end.
    await setImmediate();
    await server.close();
    await setImmediate();
    await connection.close();
  });
  for (const warning of configuration.warnings) log('warn', warning);
  log('info', `${version} serves ${describeServed(options)}`);
}

function refuse(reason: string): void {
  process.stderr.write(`${reason}\n`);
  process.exitCode = 2;
}

// stdout belongs to the protocol: whatever a library prints goes to stderr.
globalThis.console = new Console(process.stderr, process.stderr);
const asked = readArguments(process.argv.slice(2));
if (asked.do === 'help') process.stdout.write(helpText);
else if (asked.do === 'version') process.stdout.write(`${version}\n`);
else if (asked.do === 'refuse') refuse(asked.reason);
else {
  try {
    await serve(asked);
  } catch (error) {
    if (!(error instanceof ConfigError) && !isRegistriesError(error)) throw error;
    refuse(error.message);
  }
}
