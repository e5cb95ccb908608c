import type { RegistryClient } from '@srkit/registry-client';
import {
  type ContextName,
  defaultContext,
  qualifiedName,
  type RegisterSchemaRequest,
} from '@srkit/registry-protocol';
import type { EvolutionCandidate, EvolutionOptions, Snapshot } from '@srkit/snapshot';
import { answerWords } from '../present/answer-words.ts';
import { type ReadingCall, type SnapshotLibrary, withSnapshot } from './with-snapshots.ts';

/** A subject and the schema that it is to go on with. */
export interface EvolutionQuestion {
  client: RegistryClient;
  context: ContextName;
  subject: string;
  candidate: RegisterSchemaRequest;
  /** Instead of the level in force. */
  level: EvolutionOptions['level'];
}

/** Reads a subject and tells what it means for it to go on with a schema. */
export async function analyzeEvolutionOf(question: EvolutionQuestion, call: ReadingCall) {
  const answer = await askEvolution(question, call, async (library, ...asked) =>
    library.analyzeSubjectEvolution(...asked),
  );
  const { level, levelSource, unknown, analysis } = answer;
  const { sinceLatest, level: _, upgrade, ...rest } = analysis;
  return {
    ...(level !== undefined && { level }),
    level_source: levelSource,
    upgrade_order: upgrade,
    changes: answerWords(sinceLatest.changes),
    dangerous_changes: answerWords(sinceLatest.dangers),
    ...(sinceLatest.problem !== undefined && { problem: sinceLatest.problem }),
    ...answerWords(rest),
    ...(unknown.length > 0 && { unknown: [...unknown] }),
  };
}

/** Reads a subject and finds schemas to register one after another until it gets to a schema. */
export async function planEvolutionOf(question: EvolutionQuestion, call: ReadingCall) {
  const answer = await askEvolution(question, call, async (library, ...asked) =>
    library.planSubjectEvolution(...asked),
  );
  const { levelSource, unknown, plan } = answer;
  return {
    level_source: levelSource,
    ...answerWords(plan),
    total_steps: plan.steps.length,
    ...(unknown.length > 0 && { unknown: [...unknown] }),
  };
}

type Ask<Answer> = (
  library: SnapshotLibrary,
  snapshot: Snapshot,
  subject: string,
  candidate: EvolutionCandidate,
  options: EvolutionOptions,
) => Promise<Answer>;

/** Reads the subject with its configuration, and with all that it and the candidate refer to. */
async function askEvolution<Answer>(
  { client, context, subject, candidate, level }: EvolutionQuestion,
  call: ReadingCall,
  ask: Ask<Answer>,
): Promise<Answer> {
  const { schema = '', schemaType, references = [], metadata } = candidate;
  const { referencedSubject } = await import('@srkit/snapshot');
  const name = qualifiedName(context, subject);
  const named = references.map((reference) => referencedSubject(context, reference.subject));
  const request = {
    client: client.inContext(defaultContext),
    scope: { subjects: [...new Set([name, ...named])] },
    includeConfigs: true,
    includeReferenced: true,
  };
  return withSnapshot(request, call, (snapshot, library) =>
    ask(
      library,
      snapshot,
      name,
      { schema, schemaType, references, ...(metadata && { metadata }) },
      { level, signal: call.signal },
    ),
  );
}
