#!/usr/bin/env node
import { Console } from 'node:console';
import { statSync } from 'node:fs';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { endWithClient } from './command/end-with-client.ts';
import { helpText } from './command/help-text.ts';
import { readArguments } from './command/read-arguments.ts';
import { serveOptions } from './command/serve-options.ts';
import { ConfigError } from './config/config-error.ts';
import { readEnvironment } from './config/read-environment.ts';
import { createSrkitServer } from './create-srkit-server.ts';
import { createLog } from './log.ts';
import { version } from './version.ts';

/** Serves until the client goes; throws a ConfigError for settings that cannot be used. */
function serve(asked: { demo: boolean; folder?: string }): void {
  if (
    asked.folder !== undefined &&
    !statSync(asked.folder, { throwIfNoEntry: false })?.isDirectory()
  )
    throw new ConfigError(`--demo: ${JSON.stringify(asked.folder)} is not a folder.`);
  const config = readEnvironment(process.env);
  const log = createLog(config.logLevel, (line) => process.stderr.write(line));
  const options = serveOptions(asked, config, log);
  const server = createSrkitServer(options);
  const connection = serveStdio(() => server.createMcpServer(), {
    onerror: (error) => log('warn', error.message),
  });
  endWithClient(async () => {
    server.close();
    await connection.close();
  });
  const what = options.demo ? 'a demo in memory' : config.registry?.url;
  log('info', `${version} serves ${what}${config.viewOnly ? ', view-only' : ''}`);
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
    serve(asked);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    refuse(error.message);
  }
}
