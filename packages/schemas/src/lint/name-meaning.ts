const MONEY = new Set([
  'amount',
  'price',
  'cost',
  'balance',
  'fee',
  'salary',
  'tax',
  'revenue',
  'payment',
  'refund',
  'subtotal',
  'discount',
  'charge',
  'invoice',
]);
// "Tax rate" and "discount percent" are no money.
const NO_MONEY = new Set([
  'rate',
  'percent',
  'percentage',
  'ratio',
  'count',
  'number',
  'id',
  'type',
]);
/** What makes a "time" a length of time rather than a moment. */
const DURATIONS = new Set([
  'elapsed',
  'response',
  'processing',
  'duration',
  'run',
  'total',
  'wait',
  'waiting',
  'execution',
  'session',
  'active',
  'travel',
  'reaction',
  'rt',
  'load',
  'up',
  'down',
  'life',
  'period',
  'delta',
  'average',
  'avg',
  'max',
  'min',
  'zone',
  'offset',
  'interval',
  'expiration',
  'lag',
]);

/** What is known of the type of a field besides its name. */
export interface BareType {
  isText: boolean;
  /** Whether it is an integer of 32 bits, which holds no milliseconds since 1970. */
  isSmall?: boolean;
}

/** Whether the words of a name promise a moment: `created_at`, `eventTime`. */
export function looksLikeMoment(words: readonly string[], type: BareType): boolean {
  if (words.some((word) => DURATIONS.has(word))) return false;
  const last = words.at(-1) ?? '';
  if (['timestamp', 'datetime', 'ts'].includes(last)) return true;
  if (last === 'at')
    return words.length === 2 && !type.isText ? true : /(ed|en)$/.test(words.at(-2) ?? '');
  return last === 'time' && type.isSmall !== true && !type.isText;
}

/** Whether they promise a day: `birth_date`. */
export function looksLikeDay(words: readonly string[]): boolean {
  return ['date', 'birthday', 'dob'].includes(words.at(-1) ?? '');
}

/** Whether they promise an amount of money. */
export function looksLikeMoney(words: readonly string[], { isText }: BareType): boolean {
  if (!words.some((word) => MONEY.has(word)) || words.some((word) => NO_MONEY.has(word))) {
    return false;
  }
  return !isText || MONEY.has(words.at(-1) ?? '');
}

/** Whether they ask a question to be answered by yes or no: `is_active`. */
export function asksYesOrNo(words: readonly string[]): boolean {
  return words.length >= 2 && ['is', 'has', 'can', 'should'].includes(words[0] ?? '');
}

/** Whether they promise a choice among few words: `order_status`. */
export function looksLikeChoice(words: readonly string[]): boolean {
  return ['status', 'severity', 'priority', 'gender'].includes(words.at(-1) ?? '');
}
