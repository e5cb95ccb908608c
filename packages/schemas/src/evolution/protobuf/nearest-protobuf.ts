import type { Difference } from '../../compatibility/difference.ts';
import type { ProtobufSchema } from '../../parsed-schema.ts';
import type { ProtoFile } from '../../protobuf/model.ts';
import type { NearestDraft, NearestGoal } from '../draft.ts';
import { changeMessage } from './change-message.ts';
import type { Clash } from './clash.ts';
import { compareProtobuf } from './compare-protobuf.ts';
import type { DifferencePlace } from './difference-place.ts';
import { differencePlace } from './difference-place.ts';
import { findMessage, withMessage } from './edit-file.ts';
import { finishFile } from './finish-file.ts';
import { withoutMessage } from './without-message.ts';

const MOST_ROUNDS = 8;
/** In characters of the schemas that are compared, with a long past more. */
const GREATEST_EFFORT = 6_000_000;

/**
 * Changes a target where it clashes with earlier versions: a field of another type gets a number of
 * its own, and the old number is reserved; what readers or data of earlier versions need stays.
 *
 * @returns undefined where that leads nowhere
 */
export function nearestProtobuf({
  target,
  versions,
  directions,
}: NearestGoal<ProtobufSchema>): NearestDraft | undefined {
  const reasons = new Map<string, string>();
  const backwardOnly = !directions.includes('forward');
  // A long past may at least be gone through four times.
  const past = versions.reduce((length, { text }) => length + text.length, 0);
  const limit = Math.max(GREATEST_EFFORT, versions.length > 10 ? 8 * past : 0);
  let effort = 0;
  let schema = target;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const before = schema;
    for (const version of versions) {
      effort += schema.text.length + version.text.length;
      if (effort > limit) return undefined;
      const differences = compareProtobuf(schema, version, directions);
      if (differences === undefined) return undefined;
      if (differences.length === 0) continue;
      let { file } = schema;
      for (const difference of differences) {
        const place = placeOf(difference, schema, version);
        if (place === undefined) continue;
        const { type, direction } = difference;
        const known = { type, direction, version, schema, versions, backwardOnly };
        const say = (key: string, reason: string) => reasons.set(key, reason);
        file = giveWay(file, { ...place, ...known, say });
      }
      const changed = finishFile(file, schema, version);
      if (changed === undefined) return undefined;
      schema = changed;
    }
    if (schema.text === before.text) break;
  }
  return { draft: { schema, reasons } };
}

/** What a difference is about; a message that the reader lacks is in the other file. */
function placeOf(
  { type, path, direction }: Difference,
  next: ProtobufSchema,
  old: ProtobufSchema,
): DifferencePlace | undefined {
  const [reader, writer] = direction === 'backward' ? [next, old] : [old, next];
  return differencePlace(path, type === 'MESSAGE_REMOVED' ? writer.file : reader.file);
}

function giveWay(file: ProtoFile, clash: Clash): ProtoFile {
  const { type, direction, messages, version, schema, say } = clash;
  const backward = direction === 'backward';
  const name = messages.join('.');
  switch (type) {
    case 'PACKAGE_CHANGED':
      say(
        'package',
        `Leaves the package ${version.file.packageName ?? 'empty'}: it is a part of every name.`,
      );
      return { ...file, packageName: version.file.packageName };
    case 'MESSAGE_REMOVED':
      if (!backward) {
        say(
          `message ${name}`,
          `Leaves out message ${name} and what uses it: a registry takes no new message that readers of earlier versions do not know.`,
        );
        return withoutMessage(schema, file, messages);
      }
      say(`message ${name}`, `Keeps message ${name}: a registry lets no message go.`);
      return withLostMessage(file, messages, version.file);
    default: {
      const old = findMessage(version.file, messages);
      if (old === undefined) return file;
      return withMessage(file, messages, (message) => changeMessage(message, old, clash));
    }
  }
}

function withLostMessage(file: ProtoFile, names: readonly string[], other: ProtoFile): ProtoFile {
  const lost = findMessage(other, names);
  const around = names.slice(0, -1);
  if (lost === undefined || findMessage(file, names) !== undefined) return file;
  if (around.length === 0) return { ...file, types: [...file.types, lost] };
  return withMessage(file, around, (message) => ({ ...message, types: [...message.types, lost] }));
}
