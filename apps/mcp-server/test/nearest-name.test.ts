import { expect, it } from 'vitest';
import { nearestName } from '../src/nearest-name.ts';

const names = ['list_subjects', 'get_schema', 'delete_subject'];

it.each([
  ['list_subject', 'list_subjects'],
  ['LIST_SUBJECTS', 'list_subjects'],
  ['getschema', 'get_schema'],
  ['remove_everything', undefined],
])('takes %s for %s', (written, meant) => {
  expect(nearestName(written, names)).toBe(meant);
});
