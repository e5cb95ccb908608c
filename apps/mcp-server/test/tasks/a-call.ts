import type { PreparedCall } from '../../src/prepare-call.ts';
import { deleteSubject } from '../../src/tools/subjects/delete-subject.ts';

/** A call that was checked; say only what the test is about. */
export function aCall(parts: Partial<PreparedCall> = {}): PreparedCall {
  return {
    tool: deleteSubject,
    written: { subject: 'a' },
    registry: 'prod',
    title: 'Delete a subject (a)',
    writes: true,
    echo: {},
    range: {},
    run: async () => ({}),
    ...parts,
  };
}
