import { isRecord } from '../http/body-shape.ts';
import { type FieldRules, readObject } from '../input/read-object.ts';
import { isSubjectNaming, subjectNamings } from '../seed/name-subject.ts';
import type { SeedFile } from '../seed/plan-seed.ts';
import type { SeedOptions } from '../seed/seed-files.ts';

const request: FieldRules = {
  files: {
    isValid: (value) =>
      isRecord(value) && Object.values(value).every((text) => typeof text === 'string'),
    takes: 'an object with the text of each file by its path',
    required: true,
  },
  options: { isValid: isRecord, takes: 'an object' },
};

const seedOptions: FieldRules = {
  context: { isValid: (value) => typeof value === 'string', takes: 'the name of a context' },
  naming: {
    isValid: (value) => typeof value === 'string' && isSubjectNaming(value),
    takes: Object.keys(subjectNamings).join(', '),
  },
  references: {
    isValid: (value) => value === 'register' || value === 'inline',
    takes: 'register or inline',
  },
};

/**
 * Reads what is to be seeded: `{ files: { path: text }, options }`.
 *
 * @throws InvalidInput with a sentence about the first thing that is wrong
 */
export function readSeedRequest(value: unknown): { files: SeedFile[]; options: SeedOptions } {
  const { files, options = {} } = readObject(value, 'The body', request);
  return {
    files: Object.entries(files as Record<string, string>).map(([path, text]) => ({ path, text })),
    options: readObject(options, 'options', seedOptions),
  };
}
