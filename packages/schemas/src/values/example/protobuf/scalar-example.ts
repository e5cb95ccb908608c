import { Buffer } from 'node:buffer';
import type { EnumShape } from '../../protobuf/message-shape.ts';
import type { ScalarType } from '../../protobuf/scalar-types.ts';
import { isWide } from '../../protobuf/scalar-types.ts';
import { plausibleNumber } from '../plausible-number.ts';
import { plausibleText } from '../plausible-text.ts';
import type { Random } from '../random.ts';

/** A scalar that fits the words of a name, as ProtoJSON has it. */
export function scalarExample(type: ScalarType, words: string, random: Random): unknown {
  switch (type) {
    case 'bool':
      return random.below(2) === 1;
    case 'string':
      return plausibleText(words, random);
    case 'bytes':
      return Buffer.from(plausibleText(words, random)).toString('base64');
    case 'float':
    case 'double':
      return plausibleNumber(words, type, random);
    default: {
      const number = plausibleNumber(words, isWide(type) ? 'long' : 'int', random);
      return /^(u|fixed)/.test(type) ? Math.abs(number) : number;
    }
  }
}

/** A constant of an enum by its name, if possible one that says something. */
export function symbolExample({ fullName, names }: EnumShape, random: Random): unknown {
  if (fullName === 'google.protobuf.NullValue') return null;
  const all = [...names.values()];
  const telling = all.filter(
    (name) => !/(^|_)(unknown|undefined|unspecified|none|invalid|unset)$/i.test(name),
  );
  const [first = '', ...others] = telling.length > 0 ? telling : all;
  return random.pick([first, ...others]);
}
