import type { Snapshot } from '@srkit/snapshot';

/** What a plan could not tell, as the snapshot does not know it; in sentences. */
export function unknownOf(snapshot: Snapshot): string[] {
  const { unreadable, scope, changedWhileRead, registry } = snapshot;
  const soTheRegistryDecides =
    'Something there may refer to what goes; the registry refuses to delete that.';
  const sentences: string[] = [];
  if (scope.contexts ?? scope.subjects ?? scope.subjectPrefix) {
    sentences.push(`Only a part of ${registry} was read. ${soTheRegistryDecides}`);
  }
  const missing = unreadable.filter(({ what }) => what !== 'config' && what !== 'mode');
  const [first] = missing;
  if (first !== undefined) {
    const { context, subject, version, reason } = first;
    const where = [subject ?? context, version && `version ${version}`].filter(Boolean).join(' ');
    const what = `${first.what}${where === '' ? '' : ` of ${where}`}`;
    const many = missing.length > 1 ? `${missing.length} things of ${registry}, first ` : '';
    sentences.push(`Could not be read: ${many}${what} (${reason}). ${soTheRegistryDecides}`);
  }
  if (changedWhileRead) {
    sentences.push(`Somebody wrote to ${registry} while it was read. ${soTheRegistryDecides}`);
  }
  return sentences;
}
