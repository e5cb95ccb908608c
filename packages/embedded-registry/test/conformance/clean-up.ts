import type { Answer } from './answers.ts';

type Call = (method: string, target: string, body?: unknown) => Promise<Answer>;

/**
 * Deletes modes first, as a subject that is read-only cannot be deleted, then configurations. Older releases delete those of
 * the default context by its name only.
 */
export async function removeSettings(call: Call, paths: Iterable<string>): Promise<void> {
  const isMode = (path: string) => /(^|\/)mode(\/|$)/.test(path);
  const sorted = [...paths].sort((a, b) => Number(isMode(b)) - Number(isMode(a)));
  for (const path of sorted) {
    const { status } = await call('DELETE', path);
    if (status === 405) await call('DELETE', `${path}/:.:`);
  }
}

/**
 * Deletes subjects for good, those first that nothing refers to.
 *
 * @throws Error naming what cannot be deleted
 */
export async function removeSubjects(call: Call, subjects: readonly string[]): Promise<void> {
  for (const permanent of ['', '?permanent=true']) {
    let left = subjects;
    while (left.length > 0) {
      const refused: string[] = [];
      const reasons: unknown[] = [];
      for (const subject of left) {
        const target = `/subjects/${encodeURIComponent(subject)}${permanent}`;
        const { status, body } = await call('DELETE', target);
        if (status === 200 || status === 404) continue;
        refused.push(subject);
        reasons.push(body);
      }
      if (refused.length === left.length)
        throw new Error(`Cannot clean up ${refused.join(', ')}: ${JSON.stringify(reasons)}`);
      left = refused;
    }
  }
}
