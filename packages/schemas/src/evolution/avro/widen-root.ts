import type { AvroType } from '../../avro/model.ts';
import { isNamed } from '../../avro/model.ts';
import type { NearestWork } from './nearest-work.ts';
import type { AvroObstacle } from './obstacle.ts';
import { sayType } from './say-parts.ts';

/** A schema that is no record may still become a union of what it was and what it is to be. */
export function widenRoot(
  { old, next }: Extract<AvroObstacle, { kind: 'rigid' }>,
  { editor, reasons, backward, forward }: NearestWork,
): void {
  const [olds, nexts] = [branchesOf(old), branchesOf(next)];
  const known = new Set(nexts.map(branchKey));
  if (backward && !forward) {
    const added = olds.filter((branch) => !known.has(branchKey(branch)));
    editor.setRoot({ type: 'union', branches: [...added, ...nexts] });
    reasons.set('root', `Takes both ${sayType(old)} and ${sayType(next)}, as a union.`);
  } else if (forward && next.type === 'union') {
    const readable = new Set(olds.map(branchKey));
    const branches = nexts.filter((branch) => readable.has(branchKey(branch)));
    if (branches.length === 0) return;
    editor.setRoot({ type: 'union', branches });
    reasons.set('root', 'Leaves out the branches that readers of earlier versions do not know.');
  }
}

function branchesOf(type: AvroType): readonly AvroType[] {
  return type.type === 'union' ? type.branches : [type];
}

function branchKey(type: AvroType): string {
  return isNamed(type) ? `.${type.name.fullName}` : type.type;
}
