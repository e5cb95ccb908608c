import fc from 'fast-check';

/** Any context's name that a registry can have, the default one among them. */
export const anyContext = fc.oneof(
  fc.constant('.'),
  fc
    .string({ unit: 'grapheme', minLength: 1 })
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what no name may hold
    .filter((text) => !/[:\u0000-\u001f\u007f-\u009f]/.test(text))
    .map((text) => `.${text}`),
);

/** Any subject, however odd. */
export const anySubject = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('.', '..', ':.x:y', ':*:', '::', 'a/b %ü:c', ':.', '%2F', ''),
);
