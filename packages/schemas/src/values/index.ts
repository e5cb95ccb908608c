export { checkValue } from './check-value.ts';
export { decodeValue } from './decode-value.ts';
export { encodeValue } from './encode-value.ts';
export { exampleValue } from './example-value.ts';
export type {
  CheckValueOptions,
  DecodeValueOptions,
  EncodeValueOptions,
  ExampleValueOptions,
  ValueCheck,
  ValueEncoding,
} from './value-options.ts';
export type { ValueProblem } from './value-problem.ts';
export { parseValue, printValue } from './value-text.ts';
export type { PrefixedMessage } from './wire-prefix.ts';
export { readWirePrefix } from './wire-prefix.ts';
