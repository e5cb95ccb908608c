import fc from 'fast-check';

/** Words of a list that is written as a text. */
function words(list: string): string[] {
  return list.trim().split(/\s+/);
}

const names = [
  ...words(`. .. % * : :: :. :.: :.:a :.x :.x: :.x:a :*: :*:a :.__GLOBAL: __GLOBAL __EMPTY :.x:__EMPTY :.:.x:a :a:b .x
    latest -1 0 1 2147483647 2147483648 -2147483649 99999999999999999999 1.0 +1 1e3 0x1 NaN １ null ;a=b a;b a/b a\\b
    __proto__ constructor hasOwnProperty toString subjects contexts versions config deks é 😀`),
  ...['', ' ', 'a\0b', 'a\nb', 'a\u007f', '\u0085', '\u202e', '\ufeff'],
];

const values = words(`TRUE yes True. -0 1e9 Infinity STRONG,WEAK AES ${'9'.repeat(400)}`);

/** Names that are qualified in all ways, reserved, numbers or none, very long, or made of any characters. */
export const strangeName = fc.oneof(
  fc.constantFrom(...names),
  fc.nat({ max: 9000 }).map((length) => 'x'.repeat(length)),
  fc.string({ unit: 'binary', maxLength: 6 }),
);

/** The same, and what is no number, no boolean and no word that is known. */
export const strangeValue = fc.oneof(strangeName, fc.constantFrom(...values));

/** Pieces of a target that no client encodes so. */
export const brokenEncoding = fc.constantFrom(
  ...words(`% %2 %zz %ff %c3 %ed%a0%80 %00 %0a %7f %2e %2e%2e %2f %5c %252f %25 %3b %ef%bf%bf %f0%9f%98%80 %3a.x%3a %3A*%3A
    // / /./ /../ ; ;a=b;c ? & = + # é ÿ [ | " < {} ^ \` \\ ?a=%&b=%zz ?deleted=true?deleted &&==&`),
  ' ',
);

/** Media types that are none, many or very long. */
export const strangeMediaTypes = fc.oneof(
  fc.constantFrom(
    ...words(`* */* text/* application/* application/json application/xml application/json;q=0 application/json;q=1e999
      application/json;q=NaN */*;q=-1 ,,, ;; / a/b/c ÿ q=1 application/json;charset application/json;charset=utf-16
      application/octet-stream text/html,*/*;q=0.1 application/vnd.schemaregistry.v1+json;qs=0.9`),
    ...['', ' ', 'application/json; charset=utf-16', 'text/html, */*; q=0.1'],
  ),
  fc.nat({ max: 3000 }).map((length) => 'text/plain,'.repeat(length)),
  fc.string({ maxLength: 20 }).map((text) => text.replace(/[^ -~]/g, '')),
);

/** JSON of the wrong type, too great, or no JSON. */
export const strangeJson = fc.constantFrom(
  ...words(`null true false 0 1 -1 -0 1.5 1e400 -1e400 1E2 2147483647 2147483648 -2147483649 9007199254740993 1e-400
    12345678901234567890123 NaN Infinity -INF 01 1. +1 - nul undefined "" "0" "1" "true" "x" "\\ud800" "\\udc00x" "\\u0000"
    "\\q" "__proto__" "constructor" "toString" "latest" "-1" [] {} [null] [[]] {"":null} {"__proto__":{"schema":"x"}}
    {"constructor":{"prototype":1}} {"a":1,"a":2} {"toString":null,"valueOf":1} {"length":1} {"kind":"x"} [ {" "`),
  ...['" "', '"\ud83d"', '"\u0001"'],
);

/** Names of members that mean something to somebody. */
export const strangeMember = fc.constantFrom(
  ...words('__proto__ constructor toString hasOwnProperty schema id subject'),
  ...['', ' ', '\0', '\ud800'],
);

/** Pieces to be put into a schema text. */
export const strangePiece = fc.oneof(
  fc.constantFrom(
    ...words(`" ' \\ { } [ ] , : ; = . / // /* */ # - + 0 1 -1 1e3 1E400 1e-999999999 00 0x1F 2147483648 9223372036854775808
      1.5 NaN inf null true type record A M string int message optional max reserved __proto__ constructor $ref #/ % ~1 é 😀`),
    ...['', ' ', '\n', '\ud800', '\udfff', '\0', '\u007f', '\ufeff', '\u2028'],
  ),
  fc.string({ unit: 'binary', maxLength: 3 }),
);
