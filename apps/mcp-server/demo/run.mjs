// Shows what the server does: an SDK client starts the built command over stdio on its demo registry, and talks to it as an
// assistant would. Ends by itself; the exit code is not 0 when an answer is not as it should be.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';

const command = join(import.meta.dirname, '../dist/srkit-mcp.js');
const coloured = process.stdout.isTTY && !process.env['NO_COLOR'];
const paint = (/** @type {number} */ code, /** @type {string} */ text) =>
  coloured ? `\u001b[${code}m${text}\u001b[0m` : text;

if (!existsSync(command)) {
  console.error('The server is not built yet. Run: npm run demo');
  process.exit(1);
}

const client = new Client({ name: 'srkit-demo', version: '1.0.0' });
await client.connect(
  new StdioClientTransport({
    command: process.execPath,
    args: [command, '--demo'],
    env: { ...process.env, SRKIT_LOG_LEVEL: 'warn' },
    stderr: 'inherit',
  }),
);

let step = 0;
/** @type {string[]} */
const problems = [];

/**
 * Makes one call, prints it with its answer, and checks what must be in there.
 *
 * @param {string} wish what a person would say
 * @param {string} name
 * @param {Record<string, unknown>} written
 * @param {(answer: any) => unknown} isRight
 * @param {(answer: any) => unknown} [show] the part of the answer that is worth a look
 */
async function ask(wish, name, written, isRight, show = (answer) => answer) {
  step += 1;
  console.log(`\n${paint(1, `${step}. ${wish}`)}`);
  console.log(`   ${paint(36, name)} ${brief(written)}`);
  const result = await client.callTool({ name, arguments: written });
  const [block] = result.content;
  const answer = block?.type === 'text' ? JSON.parse(block.text) : {};
  const mark = result.isError ? paint(33, 'refused') : paint(32, 'answer');
  for (const [index, line] of lines(show(answer)).entries()) {
    console.log(index === 0 ? `   ${mark}  ${line}` : `           ${line}`);
  }
  if (!isRight(answer)) problems.push(`${step}. ${wish}: ${JSON.stringify(answer)}`);
  return answer;
}

/** @param {Record<string, unknown>} written */
function brief(written) {
  return JSON.stringify(written, (key, value) => (key === 'schema' ? outline(value) : value));
}

/** A schema by its name and the names of its fields. */
function outline(/** @type {string} */ text) {
  const { name, fields } = JSON.parse(text);
  return `record ${name} { ${fields.map((/** @type {{ name: string }} */ field) => field.name).join(', ')} }`;
}

/**
 * One line for each fact, one for each item of a list of objects.
 *
 * @param {unknown} shown
 * @returns {string[]}
 */
function lines(shown) {
  if (typeof shown === 'string') return shown.split('\n');
  if (Array.isArray(shown)) return shown.map((item) => JSON.stringify(item));
  return Object.entries(shown ?? {}).flatMap(([name, value]) =>
    Array.isArray(value) && typeof value[0] === 'object'
      ? [`${name}:`, ...value.map((item) => `  ${JSON.stringify(item)}`)]
      : [`${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`],
  );
}

const shipmentNotice = {
  type: 'record',
  name: 'ShipmentNotice',
  namespace: 'shop.notices',
  doc: 'Tells a customer that a parcel is on its way.',
  fields: [
    { name: 'order_id', type: { type: 'string', logicalType: 'uuid' } },
    { name: 'recipient', type: 'shop.common.Address' },
    { name: 'sent_at', type: { type: 'long', logicalType: 'timestamp-millis' } },
  ],
};
const references = [{ name: 'shop.common.Address', subject: 'shop.common.Address', version: 2 }];
const withCarrier = {
  ...shipmentNotice,
  fields: [
    ...shipmentNotice.fields,
    { name: 'carrier', type: ['null', 'string'], doc: 'For example DHL.', default: null },
  ],
};
const inMicroseconds = {
  ...withCarrier,
  fields: withCarrier.fields.map((field) =>
    field.name === 'sent_at'
      ? { ...field, type: { type: 'long', logicalType: 'timestamp-micros' } }
      : field,
  ),
};
const withoutDefault = {
  ...withCarrier,
  fields: [...withCarrier.fields, { name: 'weight_grams', type: 'int' }],
};
const subject = 'shipment-notices-value';

console.log(paint(1, 'srkit-mcp on its demo registry, as an assistant sees it'));
const { tools } = await client.listTools();
console.log(`${tools.length} tools: ${tools.map(({ name }) => name).join(', ')}`);

await ask(
  'What is there?',
  'list_contexts',
  {},
  (answer) => answer.total_contexts === 3,
  (answer) => answer.contexts,
);
await ask(
  'List the subjects of the default context.',
  'list_subjects',
  { context: '.' },
  (answer) => answer.subjects.includes('orders-value'),
  (answer) => ({ subjects: answer.subjects.join(', '), notice: answer.notice }),
);
await ask(
  'Register a schema for shipment notices, which uses the address that is there.',
  'register_schema',
  { subject, schema: JSON.stringify(shipmentNotice), references },
  (answer) => answer.version === 1,
);
await ask(
  'May a carrier be added, absent in old messages?',
  'check_compatibility',
  { subject, schema: JSON.stringify(withCarrier), references },
  (answer) => answer.compatible === true,
  ({ compatible, level, checked_against }) => ({ compatible, level, checked_against }),
);
await ask(
  'Then register it.',
  'register_schema',
  { subject, schema: JSON.stringify(withCarrier), references },
  (answer) => answer.version === 2,
);
await ask(
  'May the time be in microseconds from now on?',
  'check_compatibility',
  { subject, schema: JSON.stringify(inMicroseconds), references },
  (answer) => answer.compatible === true && answer.warnings[0]?.path === 'sent_at',
  ({ compatible, warnings: [{ path, severity, message, advice } = {}] }) => ({
    compatible,
    warning: `${path} (${severity}): ${message}`,
    advice,
  }),
);
const { examples } = await ask(
  'Better not. What does such a message look like?',
  'generate_example_message',
  { subject, as_base64: true },
  (answer) => answer.examples.length === 1 && answer.wire_prefix === true,
  ({ examples: [example] }) => example,
);
await ask(
  'Is that one valid? It says itself which schema it has.',
  'validate_message',
  { message_base64: examples[0].base64 },
  (answer) => answer.valid === true && answer.decoded.json === examples[0].json,
  ({ valid, schema_used }) => ({ valid, schema_used }),
);
await ask(
  'And a weight, which every message must have?',
  'check_compatibility',
  { subject, schema: JSON.stringify(withoutDefault), references },
  (answer) => answer.compatible === false && String(answer.messages).includes('weight_grams'),
  ({ compatible, level, reasons: [{ path, message } = {}] }) => ({
    compatible,
    level,
    why: `${path}: ${message}`,
  }),
);
await ask(
  'Register it all the same.',
  'register_schema',
  { subject, schema: JSON.stringify(withoutDefault), references },
  (answer) => answer.error?.code === 'incompatible_schema',
  ({ error }) => ({
    code: error?.code,
    message: `${error?.message.slice(0, 220)}…`,
    next: error?.next,
  }),
);
await ask(
  'Who uses the address?',
  'get_referenced_by',
  { subject: 'shop.common.Address', version: '2' },
  (answer) =>
    answer.referenced_by.some((/** @type {{ subject: string }} */ one) => one.subject === subject),
  (answer) => answer.referenced_by,
);
await ask(
  'What would happen if the address was deleted? Only show it.',
  'delete_subject',
  { subject: 'shop.common.Address', dry_run: true },
  (answer) => answer.dry_run === true && answer.would_be_refused.code === 'reference_exists',
  ({ dry_run, versions, mode, would_be_refused }) => ({
    dry_run,
    versions,
    mode,
    would_be_refused,
  }),
);
await ask(
  'Is the order of staging ready for production?',
  'check_compatibility',
  { subject: 'orders-value', context: '.', from: { subject: 'orders-value', context: 'staging' } },
  (answer) => answer.compatible === true,
  ({ compatible, level, checked_against }) => ({ compatible, level, checked_against }),
);
await ask(
  'Promote it, without repeating its text.',
  'register_schema',
  { subject: 'orders-value', context: '.', from: { subject: 'orders-value', context: 'staging' } },
  (answer) => answer.version === 4,
);

await client.close();
if (problems.length > 0) {
  console.error(`\nNot as expected:\n${problems.join('\n')}`);
  process.exit(1);
}
console.log(`\n${paint(32, `${step} of ${step} answers as expected.`)} Nothing was kept.`);
