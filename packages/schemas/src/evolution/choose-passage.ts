import type { CompatibilityPolicy, Direction } from '../compatibility/difference.ts';
import type { ParsedSchema } from '../parsed-schema.ts';
import { avroPassage } from './avro/avro-passage.ts';
import { nearestAvro } from './avro/nearest-avro.ts';
import type { NearestDraft, Passage } from './draft.ts';
import { jsonPassage } from './json/json-passage.ts';
import { nearestJson } from './json/nearest-json.ts';
import { nearestProtobuf } from './protobuf/nearest-protobuf.ts';
import { protobufPassage } from './protobuf/protobuf-passage.ts';

/** Schemas that may be passed through from one to another, where a level compares with the newest only. */
export function choosePassage(
  old: ParsedSchema,
  next: ParsedSchema,
  directions: readonly Direction[],
  policy: CompatibilityPolicy,
): Passage {
  if (old.type === 'AVRO' && next.type === 'AVRO') return avroPassage(old, next, directions);
  if (old.type === 'JSON' && next.type === 'JSON')
    return jsonPassage(old, next, directions, policy);
  if (old.type === 'PROTOBUF' && next.type === 'PROTOBUF') {
    return protobufPassage(old, next, directions);
  }
  return { drafts: [], leavesOut: false };
}

/**
 * A schema that is near to the target and fits earlier versions that cannot be changed any more.
 *
 * @param versions the newest first, of the target's type
 */
export function chooseNearest(
  target: ParsedSchema,
  versions: readonly ParsedSchema[],
  directions: readonly Direction[],
  policy: CompatibilityPolicy,
): NearestDraft | undefined {
  switch (target.type) {
    case 'AVRO':
      return nearestAvro({
        target,
        versions: versions.filter((each) => each.type === 'AVRO'),
        directions,
      });
    case 'JSON':
      return nearestJson(
        { target, versions: versions.filter((each) => each.type === 'JSON'), directions },
        policy,
      );
    case 'PROTOBUF':
      return nearestProtobuf({
        target,
        versions: versions.filter((each) => each.type === 'PROTOBUF'),
        directions,
      });
  }
}
