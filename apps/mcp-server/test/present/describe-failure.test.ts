import { RegistryError } from '@srkit/registry-client';
import { contextName } from '@srkit/registry-protocol';
import { describe, expect, it } from 'vitest';
import { describeFailure } from '../../src/present/describe-failure.ts';
import { connectToRegistry } from '../connect.ts';

const listed = new Set(['get_schema_versions', 'list_contexts']);

describe('describeFailure', () => {
  it('says that an outcome is unknown, and how to find out', () => {
    const error = new RegistryError({
      code: 'store_timeout',
      message: 'Timed out.',
      status: 500,
      errorNumber: 50002,
      outcomeUnknown: true,
      retryAfterMs: 300,
    });
    expect(describeFailure(error, listed)).toEqual({
      code: 'store_timeout',
      message: 'Timed out.',
      status: 500,
      error_code: 50002,
      retryable: false,
      outcome_unknown: true,
      retry_after_ms: 300,
      next: 'Call get_schema_versions to see whether the write happened.',
    });
  });

  it('explains a name that no registry takes', () => {
    const failure = describeFailure(
      thrown(() => contextName('a:b')),
      listed,
    );
    expect(failure).toMatchObject({ code: 'invalid_context_name' });
    expect(failure?.['next']).toContain('list_contexts');
  });

  it('knows nothing of an error that is ours', () => {
    expect(describeFailure(new Error('bug'), listed)).toBeUndefined();
  });
});

it('answers a fault of ours without its words, which go to the log', async () => {
  const lines: string[] = [];
  const broken = {
    describe: () => ({ viewOnly: false }),
    inContext: () => {
      throw new Error('secret detail');
    },
  };
  const { call } = await connectToRegistry({
    log: (level, message) => lines.push(`${level} ${message}`),
    registries: { default: { client: broken as never } },
  });
  const { error } = await call('get_mode');
  expect(error.code).toBe('internal_error');
  expect(JSON.stringify(error)).not.toContain('secret detail');
  expect(lines.join()).toContain('secret detail');
});

function thrown(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}
