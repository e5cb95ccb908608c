const digits = '0123456789abcdefghjkmnpqrstvwxyz';

/**
 * Makes ids that sort by the time they were made, also those of one millisecond, and that nobody can guess: ULIDs in small letters.
 *
 * @param now the time, in milliseconds since 1970
 */
export function createTaskIds(now: () => number): () => string {
  let time = 0;
  let sequence = 0;
  return () => {
    sequence += 1;
    // A clock that stands still or goes back must not disturb the order.
    const next = Math.max(Math.floor(now()), sequence < 32 ** 3 ? time : time + 1);
    if (next > time) sequence = 0;
    time = next;
    const random = crypto.getRandomValues(new Uint8Array(13));
    return (
      inDigits(time, 10) +
      inDigits(sequence, 3) +
      Array.from(random, (byte) => digits[byte % 32]).join('')
    );
  };
}

function inDigits(number: number, length: number): string {
  let text = '';
  for (let rest = number; text.length < length; rest = Math.floor(rest / 32))
    text = `${digits[rest % 32]}${text}`;
  return text;
}
