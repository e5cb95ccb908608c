import type { MessageShape, WellKnownType } from '../../protobuf/message-shape.ts';
import { plausibleText } from '../plausible-text.ts';
import { plausibleTimestamp } from '../plausible-time.ts';
import type { Random } from '../random.ts';
import { scalarExample } from './scalar-example.ts';

/** A message that has a form of its own in ProtoJSON, which is what `Any` is made elsewhere. */
export function wellKnownExample(
  type: Exclude<WellKnownType, 'Any'>,
  shape: MessageShape,
  words: string,
  random: Random,
  isFlat: boolean,
): unknown {
  switch (type) {
    case 'Duration':
      return `${random.between(1, 3600)}s`;
    case 'Timestamp':
      return plausibleTimestamp(random).replace('.000Z', 'Z');
    case 'FieldMask':
      return random.pick(['name', 'id,name', 'address.zipCode']);
    case 'ListValue':
      return isFlat ? [] : [plausibleText(words, random), random.between(1, 100)];
    case 'Struct':
      return isFlat ? {} : { alpha: plausibleText(words, random), beta: random.between(1, 100) };
    case 'Value':
      return random.pick<string | number | boolean>([
        plausibleText(words, random),
        random.between(1, 100),
        true,
      ]);
    case 'wrapper': {
      const held = shape.fields[0]?.type;
      return held?.kind === 'scalar' ? scalarExample(held.scalar, words, random) : '';
    }
  }
}
