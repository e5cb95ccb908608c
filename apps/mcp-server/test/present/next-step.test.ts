import { expect, it } from 'vitest';
import { namedTools, nextStep } from '../../src/present/next-step.ts';

it('names the tools that help', () => {
  const step = nextStep('schema_not_found', new Set(namedTools()), false);
  expect(step).toBe(
    'Call list_subjects to see what exists; list_contexts since an id belongs to one context.',
  );
});

it('names no tool that is not listed', () => {
  expect(nextStep('subject_not_found', new Set(['get_schema']), false)).toBeUndefined();
});

it('says nothing of a code that it does not know', () => {
  expect(nextStep('constructor', new Set(namedTools()), false)).toBeUndefined();
});
