import type { ContextsError } from '@srkit/contexts';
import { isRegistriesError } from '@srkit/registries';
import { isRegistryError } from '@srkit/registry-client';
import { isProtocolError } from '@srkit/registry-protocol';
import type { SchemaError } from '@srkit/schemas';
import type { SnapshotError } from '@srkit/snapshot';
import { isTaskError } from '@srkit/tasks';
import { CallFailed } from '../call-failed.ts';
import { ToolError } from '../tool-error.ts';
import { nextStep } from './next-step.ts';

/** What a caller is told of a call that failed. */
export interface Failure {
  code: string;
  message: string;
  [fact: string]: unknown;
}

/**
 * Says what went wrong: a code to branch on, what was wrong, what to do, and which tool to call next.
 *
 * @param listed names of the tools that a client can see
 * @returns undefined for an error that is nobody's but ours
 */
export function describeFailure(error: unknown, listed: ReadonlySet<string>): Failure | undefined {
  const failure = knownFailure(error);
  if (!failure) return undefined;
  const next = nextStep(failure.code, listed, failure['outcome_unknown'] === true);
  return next === undefined ? failure : { ...failure, next };
}

function knownFailure(error: unknown): Failure | undefined {
  if (error instanceof ToolError || error instanceof CallFailed) {
    return { code: error.code, message: error.message, ...error.facts };
  }
  if (isRegistriesError(error)) {
    const { code, message, names } = error;
    return { code, message, ...(code === 'unknown_registry' && { registries: names }) };
  }
  if (isTaskError(error)) {
    const { code, message, id } = error;
    return { code, message, ...(id !== undefined && { task_id: id }) };
  }
  if (isProtocolError(error) || isSnapshotError(error) || isContextsError(error)) {
    return { code: error.code, message: error.message };
  }
  if (isSchemaError(error)) {
    const { code, message, line, column } = error;
    return { code, message, ...(line !== undefined && { line, column }) };
  }
  if (!isRegistryError(error)) return undefined;
  return {
    code: error.code,
    // The message ends with the advice.
    message: error.message,
    ...(error.registry !== undefined && { registry: error.registry }),
    ...(error.status !== undefined && { status: error.status }),
    ...(error.errorNumber !== undefined && { error_code: error.errorNumber }),
    retryable: error.retryable,
    ...(error.outcomeUnknown && { outcome_unknown: true }),
    ...(error.retryAfterMs !== undefined && { retry_after_ms: error.retryAfterMs }),
  };
}

/** By name: the packages themselves load only with the first call that needs them. */
function isSchemaError(error: unknown): error is SchemaError {
  return error instanceof Error && error.name === 'SchemaError' && 'code' in error;
}

function isSnapshotError(error: unknown): error is SnapshotError {
  return error instanceof Error && error.name === 'SnapshotError' && 'code' in error;
}

function isContextsError(error: unknown): error is ContextsError {
  return error instanceof Error && error.name === 'ContextsError' && 'code' in error;
}
