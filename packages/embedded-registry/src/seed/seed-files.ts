import {
  contextName,
  defaultContext,
  qualifiedName,
  type SchemaReference,
} from '@srkit/registry-protocol';
import { isRecord } from '../http/body-shape.ts';
import type { Answering } from '../http/message.ts';
import { inlineReferences } from './inline-references.ts';
import type { SubjectNaming } from './name-subject.ts';
import { planSeed, type SeedFile, type SeedStep } from './plan-seed.ts';

/** How files are registered. */
export interface SeedOptions {
  /**
   * The context to register in, as people write it.
   *
   * @default '.'
   */
  context?: string;
  /**
   * How subjects are named: by the file's path without its ending, its name, its name with `-value`, or the record in it.
   *
   * @default 'path'
   */
  naming?: SubjectNaming;
  /**
   * Whether names used across files become references, or are written into the schema itself. Only Avro can be inlined;
   * the other types keep their references.
   *
   * @default 'register'
   */
  references?: 'register' | 'inline';
}

/** What became of one file. */
export type SeedOutcome =
  | { file: string; ok: true; subject: string; version: number; id: number }
  | { file: string; ok: false; reason: string };

type Registered = Extract<SeedOutcome, { ok: true }>;

/**
 * Registers schema files (`.avsc`, `.json`, `.proto`; others are passed over), what is referred to first.
 *
 * @returns one outcome for each file, in the order in which they were tried
 * @throws ProtocolError `invalid_context_name`
 */
export async function seedFiles(
  registry: { handle: Answering },
  files: readonly SeedFile[],
  options: SeedOptions = {},
): Promise<SeedOutcome[]> {
  const context = contextName(options.context ?? defaultContext);
  const { steps, refused } = planSeed(files, options.naming ?? 'path');
  const outcomes: SeedOutcome[] = refused.map((each) => ({ ...each, ok: false }));
  const registered = new Map<string, Registered>();
  for (const step of steps) {
    const missing = step.needs.find(({ path }) => !registered.has(path));
    const request =
      options.references === 'inline' && step.schemaType === 'AVRO'
        ? { schema: inlineReferences(step, steps), references: [] }
        : { schema: step.file.text, references: referencesOf(step, registered) };
    const outcome = missing
      ? failure(step, `It needs ${missing.name} from ${missing.path}, which was not registered.`)
      : await register(registry, qualifiedName(context, step.subject), step, request);
    outcomes.push(outcome);
    if (outcome.ok) registered.set(step.file.path, outcome);
  }
  return outcomes;
}

function failure({ file }: SeedStep, reason: string): SeedOutcome {
  return { file: file.path, ok: false, reason };
}

function referencesOf(
  step: SeedStep,
  registered: ReadonlyMap<string, Registered>,
): SchemaReference[] {
  return step.needs.flatMap(({ name, path }) => {
    const target = registered.get(path);
    return target ? [{ name, subject: target.subject, version: target.version }] : [];
  });
}

async function register(
  registry: { handle: Answering },
  subject: string,
  step: SeedStep,
  request: { schema: string; references: SchemaReference[] },
): Promise<SeedOutcome> {
  const answer = await registry.handle({
    method: 'POST',
    target: `/subjects/${encodeURIComponent(subject)}/versions`,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...request, schemaType: step.schemaType }),
  });
  const body: unknown = JSON.parse(answer.body);
  if (isRegistered(body)) {
    const { id, version } = body;
    return { file: step.file.path, ok: true, subject, version, id };
  }
  const message = isRecord(body) ? String(body['message']) : answer.body;
  // The registry repeats the whole text before it says what is wrong with it.
  return failure(step, message.split('details: ').at(-1) ?? message);
}

function isRegistered(body: unknown): body is { id: number; version: number } {
  return isRecord(body) && typeof body['id'] === 'number' && typeof body['version'] === 'number';
}
