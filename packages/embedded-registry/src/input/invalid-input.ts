/** What was handed in cannot be used; the message says what, why, and what would do. */
export class InvalidInput extends RangeError {
  override readonly name = 'InvalidInput';
}
