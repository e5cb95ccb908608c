import { plausibleDate, plausibleTime, plausibleTimestamp } from './plausible-time.ts';
import type { Random } from './random.ts';

type MakeText = (random: Random, words: string) => string;

const FIRST_NAMES = ['Ada', 'Grace', 'Alan', 'Mary', 'Linus', 'Noor', 'Mateo', 'Yuki'] as const;
const LAST_NAMES = ['Lovelace', 'Hopper', 'Turing', 'Keller', 'Okafor', 'Silva', 'Tanaka'] as const;
const PRODUCTS = ['Coffee mug', 'Desk lamp', 'Notebook', 'Water bottle', 'Backpack'] as const;
const COMPANIES = ['Acme', 'Globex', 'Initech', 'Umbrella', 'Northwind'] as const;
const SENTENCES = [
  'Delivered on time.',
  'Please ring the bell.',
  'Checked and approved.',
  'Nothing unusual.',
] as const;

const one =
  (...choices: [string, ...string[]]): MakeText =>
  (random) =>
    random.pick(choices);

/** What a text holds by the words of its name; the first row that matches counts. */
const TEXTS: readonly (readonly [RegExp, MakeText])[] = [
  [/\be ?mails?\b/, (random) => `${random.pick(FIRST_NAMES).toLowerCase()}@example.com`],
  [/\b(uuid|guid)s?\b/, (random) => plausibleUuid(random)],
  [/\b(trace|span) id$/, (random) => random.digits(16, 16)],
  [/\b(id|identifier)s?$/, (random, words) => identifier(random, words)],
  [
    /\b(image|avatar|photo|picture|logo|icon)\b/,
    (random) => `https://example.com/images/${random.digits(5)}.png`,
  ],
  [
    /\b(url|uri|link|href|website|homepage|endpoint|webhook|referrer|referer)s?\b/,
    (random, words) => `https://example.com/${words.split(' ')[0]}/${random.digits(4)}`,
  ],
  [/\bip(v4)?( ?addr(ess)?)?\b|\bremote addr/, (random) => `192.0.2.${random.between(1, 254)}`],
  [/\bmac( address)?\b/, (random) => `02:00:5e:10:${random.digits(2, 16)}:${random.digits(2, 16)}`],
  [/\b(host|hostname|server|domain)\b/, (random) => `host-${random.between(1, 40)}.example.com`],
  [/\b(phone|mobile|telephone|tel|fax|msisdn)\b/, (random) => `+1202555${random.digits(4)}`],
  [/\bcountry name\b/, one('Germany', 'France', 'Japan', 'Brazil', 'Kenya')],
  [/\b(country|nationality)\b/, one('DE', 'FR', 'JP', 'BR', 'KE', 'US')],
  [/\bcurrency\b/, one('EUR', 'USD', 'GBP', 'JPY')],
  [/\b(language|locale|lang)\b/, one('en-US', 'de-DE', 'fr-FR', 'ja-JP')],
  [/\b(time ?zone|tz)\b/, one('Europe/Berlin', 'America/New_York', 'Asia/Tokyo', 'UTC')],
  [/\b(zip|postal|postcode|plz)\b/, (random) => String(random.between(10_000, 99_999))],
  [/\b(city|town)\b/, one('Berlin', 'Paris', 'Osaka', 'Recife', 'Nairobi')],
  [/\b(region|province|county)\b/, one('Bavaria', 'Normandy', 'Kansai', 'Bahia')],
  [
    /\b(street|address|addr)\b/,
    (random) => `${random.between(1, 120)} ${random.pick(['Main', 'Station', 'Garden'])} Street`,
  ],
  [/\b(first|given|fore) ?name\b/, one(...FIRST_NAMES)],
  [/\b(last|family|sur) ?name\b/, one(...LAST_NAMES)],
  [/\b(user ?name|login|nick ?name|handle|account name)\b/, (random) => userName(random)],
  [/\b(product|item|article)\b.*\b(name|title)\b|\bproduct\b$/, one(...PRODUCTS)],
  [
    /\b(company|organi[sz]ation|employer|vendor|supplier|merchant|brand|manufacturer)( name)?$/,
    one(...COMPANIES),
  ],
  [/\b(file|path|folder|directory)( ?name)?\b/, (random) => `/data/part-${random.digits(4)}.csv`],
  [/\b(mime|media|content) type\b/, one('application/json', 'text/plain', 'image/png')],
  [/\buser agent\b|\bbrowser\b/, one('Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0')],
  [/\bname\b/, (random) => `${random.pick(FIRST_NAMES)} ${random.pick(LAST_NAMES)}`],
  [
    /\b(version|release)\b/,
    (random) => `${random.between(1, 4)}.${random.below(10)}.${random.below(10)}`,
  ],
  [
    /\b(timestamp|datetime|date time|created|updated|modified|expires?|expiry)\b|\bat$/,
    (random) => plausibleTimestamp(random),
  ],
  [/\b(date|day|birthday|dob)\b/, (random) => plausibleDate(random)],
  [/\btime\b/, (random) => plausibleTime(random)],
  [
    /\b(amount|price|total|cost|balance|fee|tax)\b/,
    (random) => `${random.between(1, 500)}.${random.digits(2)}`,
  ],
  [/\b(latitude|lat)\b/, (random) => (random.between(-8000, 8000) / 100).toFixed(2)],
  [/\b(longitude|lon|lng)\b/, (random) => (random.between(-17_000, 17_000) / 100).toFixed(2)],
  [/\b(gender|sex)\b/, one('female', 'male', 'diverse')],
  [/\bcolou?r\b/, one('red', 'green', 'blue', 'black')],
  [/\b(status|state|phase|stage)\b/, one('active', 'pending', 'completed')],
  [/\b(severity|log level|level)\b/, one('INFO', 'WARN', 'ERROR')],
  [/\bpriority\b/, one('low', 'normal', 'high')],
  [/\b(http )?method\b|\bverb\b/, one('GET', 'POST', 'PUT')],
  [/\b(sku|part number|product code)\b/, (random) => `SKU-${random.digits(5)}`],
  [/\biban\b/, one('DE89370400440532013000', 'GB82WEST12345698765432')],
  [
    /\b(hash|checksum|digest|sha256|md5|fingerprint|token|signature|nonce)\b/,
    (random) => random.digits(32, 16),
  ],
  [/\b(topic|queue|channel|stream)\b/, one('orders', 'payments', 'page-views')],
  [/\b(device|model)\b/, one('sensor-7', 'pixel-9', 'thinkpad-t14')],
  [/\bunits?\b/, one('kg', 'm', 'piece')],
  [/\b(title|subject|headline)\b/, one('Monthly report', 'Order update', 'Welcome')],
  [
    /\b(description|comment|note|message|text|body|content|summary|reason|remark)s?\b/,
    one(...SENTENCES),
  ],
  [/\b(type|kind|category|class|group)\b/, one('standard', 'premium', 'basic')],
  [/\b(key|number|no|ref|reference)s?$/, (random, words) => identifier(random, words)],
  [/\bcode\b/, (random) => random.digits(6, 36).toUpperCase()],
];

/** A text that fits the words of a name. */
export function plausibleText(words: string, random: Random): string {
  for (const [pattern, make] of TEXTS) if (pattern.test(words)) return make(random, words);
  return `${words === '' ? 'example' : words} ${random.between(1, 99)}`;
}

/** A random UUID, version 4. */
export function plausibleUuid(random: Random): string {
  const last = `${random.pick(['8', '9', 'a', 'b'])}${random.digits(3, 16)}`;
  return `${random.digits(8, 16)}-${random.digits(4, 16)}-4${random.digits(3, 16)}-${last}-${random.digits(12, 16)}`;
}

function userName(random: Random): string {
  return `${random.pick(FIRST_NAMES)}.${random.pick(LAST_NAMES)}`.toLowerCase();
}

function identifier(random: Random, words: string): string {
  const [thing = 'id'] = words.split(' ');
  const prefix = /^(id|identifier|key|number|no|ref|reference)s?$/.test(thing) ? '' : `${thing}-`;
  return `${prefix}${random.digits(6)}`;
}
