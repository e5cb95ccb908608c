import type { Direction } from '../../compatibility/difference.ts';
import type { ProtobufSchema } from '../../parsed-schema.ts';
import type { DifferencePlace } from './difference-place.ts';

/** What a difference is told of, and what is known about it. */
export interface Clash extends DifferencePlace {
  readonly type: string;
  readonly direction: Direction;
  /** The version that the target clashes with. */
  readonly version: ProtobufSchema;
  /** The target as it is by now. */
  readonly schema: ProtobufSchema;
  /** All versions, whose numbers are taken for good. */
  readonly versions: readonly ProtobufSchema[];
  readonly backwardOnly: boolean;
  say(key: string, reason: string): void;
}
