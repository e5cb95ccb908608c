import { plausibleDay, plausibleMoment } from './plausible-time.ts';
import type { Random } from './random.ts';

/** What a number is: a range and how many decimal places it has, where it may have any. */
interface NumberShape {
  least: number;
  greatest: number;
  decimals?: number;
}

/** What a number holds by the words of its name; the first row that matches counts. */
const NUMBERS: readonly (readonly [RegExp, NumberShape])[] = [
  [/\byears?$/, { least: 2020, greatest: 2026 }],
  [/\bmonths?$/, { least: 1, greatest: 12 }],
  [/\b(day|date) of week\b|\bweekday\b/, { least: 1, greatest: 7 }],
  [/\bdays?$/, { least: 1, greatest: 28 }],
  [/\bhours?$/, { least: 0, greatest: 23 }],
  [/\b(minutes?|seconds?|secs?)$/, { least: 0, greatest: 59 }],
  [/\bage$/, { least: 18, greatest: 80 }],
  [/\b(latitude|lat)\b/, { least: -80, greatest: 80, decimals: 4 }],
  [/\b(longitude|lon|lng)\b/, { least: -170, greatest: 170, decimals: 4 }],
  [/\b(percent|percentage|pct)\b/, { least: 0, greatest: 100, decimals: 1 }],
  [/\b(ratio|probability|fraction|confidence)\b/, { least: 0, greatest: 1, decimals: 3 }],
  [
    /\b(quantity|qty|count|number of|num|items|units|attempts?|retries)\b/,
    { least: 1, greatest: 20 },
  ],
  [
    /\b(amount|price|total|cost|balance|fee|tax|salary|revenue|discount)\b/,
    { least: 1, greatest: 500, decimals: 2 },
  ],
  [/\bport$/, { least: 1024, greatest: 49_151 }],
  [/\b(status|response|http) ?(code|status)\b/, { least: 200, greatest: 204 }],
  [/\bversion\b/, { least: 1, greatest: 9 }],
  [
    /\b(duration|latency|elapsed|millis|ms|timeout|ttl)\b|\b(response|processing|execution|travel|run|idle|wait|up) ?time\b/,
    { least: 10, greatest: 5000, decimals: 1 },
  ],
  [/\b(size|bytes|length)$/, { least: 100, greatest: 100_000 }],
  [/\b(temperature|temp|celsius)\b/, { least: -10, greatest: 35, decimals: 1 }],
  [/\b(weight|height|width|depth|distance|speed)\b/, { least: 1, greatest: 200, decimals: 1 }],
  [/\b(score|rating|stars|level|priority|rank)\b/, { least: 1, greatest: 5, decimals: 1 }],
  [/\b(index|position|partition|sequence|seq|offset)\b/, { least: 0, greatest: 100 }],
  [/\b(zip|postal|postcode|plz)\b/, { least: 10_000, greatest: 99_999 }],
  [/\b(id|identifier|key|number|no)s?$/, { least: 1000, greatest: 999_999 }],
];
const ANY: NumberShape = { least: 1, greatest: 1000, decimals: 2 };

const MOMENT =
  /\b(timestamp|ts|datetime|epoch|instant|created|updated|modified|expires?|expiry|birthday)\b|\b(time|date|at|since|until)$|\btime (received|sent|started|ended|completed)\b/;
const SPAN = /\b(elapsed|response|processing|execution|travel|run|idle|wait|up) ?time\b/;

/** A number that fits the words of a name and the type. */
export function plausibleNumber(
  words: string,
  type: 'int' | 'long' | 'float' | 'double',
  random: Random,
): number {
  const isMoment = MOMENT.test(words) && !SPAN.test(words);
  // Where milliseconds do not fit, people count seconds; an int named date counts days.
  if (isMoment && type === 'int') {
    const isDay = /\b(date|birthday)$/.test(words);
    return isDay ? plausibleDay(random) : Math.floor(plausibleMoment(random) / 1000);
  }
  if (isMoment && type === 'long') return plausibleMoment(random);
  if (isMoment && type === 'double') return plausibleMoment(random) / 1000;
  const { least, greatest, decimals = 0 } = shapeOf(words);
  if (type === 'int' || type === 'long') return random.between(least, greatest);
  // Quarters are what a float holds exactly.
  const parts = type === 'float' ? 4 : 10 ** decimals;
  return random.between(Math.ceil(least * parts), Math.floor(greatest * parts)) / parts;
}

function shapeOf(words: string): NumberShape {
  for (const [pattern, shape] of NUMBERS) if (pattern.test(words)) return shape;
  return ANY;
}
