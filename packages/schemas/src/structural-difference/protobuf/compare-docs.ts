import type { Subject } from '../say-value.ts';
import type { ComparedPlace, Comparison } from './protobuf-change.ts';

/** Compares comments; where there is none they are empty. */
export function compareDocs(
  before: string,
  after: string,
  place: ComparedPlace,
  { report, comments }: Comparison,
  subject: Subject,
): void {
  if (before === after || !comments) return;
  if (before === '') {
    report({ ...place, kind: 'doc_added', after, message: `${subject.start} is documented now.` });
  } else if (after === '') {
    const message = `${subject.start} is not documented any more.`;
    report({ ...place, kind: 'doc_removed', before, message });
  } else {
    const message = `The documentation of ${subject.within} changed.`;
    report({ ...place, kind: 'doc_changed', before, after, message });
  }
}
