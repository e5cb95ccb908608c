import { decodeSegment, encodeSegment } from './target.ts';

/**
 * Changes the subjects in a path: the segment after `subjects` or `deks`, whatever it is called, and one more if its place is
 * known.
 *
 * @param alsoAt the place of a subject that no such segment announces
 */
export function mapSubjects(
  segments: readonly string[],
  change: (name: string) => string,
  alsoAt?: number,
): string[] {
  let isAnnounced = false;
  return segments.map((segment, index) => {
    const isSubject = isAnnounced || index === alsoAt;
    isAnnounced = !isSubject && (segment === 'subjects' || segment === 'deks');
    if (!isSubject) return segment;
    const name = decodeSegment(segment) ?? segment;
    const changed = change(name);
    return changed === name ? segment : encodeSegment(changed);
  });
}
