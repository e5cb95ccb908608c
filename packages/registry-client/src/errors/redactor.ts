/** Takes secrets out of texts that come from elsewhere: a registry's message, a failed fetch. */
export interface Redactor {
  /** Remembers what was sent with a request and must not be seen again. */
  learn(headers: Readonly<Record<string, string>>): void;
  redact(text: string): string;
}

// Tokens change while a client lives. What was sent lately is what an answer can repeat.
const remembered = 64;
// Anything shorter would tear other words apart.
const shortest = 4;

/** Makes a redactor that remembers the values it has learnt last. */
export function createRedactor(): Redactor {
  const secrets = new Set<string>();

  function add(text: string): void {
    for (const form of [text, encodeURIComponent(text), JSON.stringify(text).slice(1, -1)]) {
      if (form.length < shortest) continue;
      secrets.delete(form);
      secrets.add(form);
      const oldest = secrets.values().next().value;
      if (secrets.size > remembered && oldest !== undefined) secrets.delete(oldest);
    }
  }

  return {
    learn(headers) {
      for (const value of Object.values(headers)) {
        add(value);
        const [, scheme, rest] = /^(\S+)\s+(.+)$/.exec(value) ?? [];
        if (scheme === undefined || rest === undefined) continue;
        add(rest);
        if (scheme.toLowerCase() !== 'basic') continue;
        const password = Buffer.from(rest, 'base64')
          .toString('utf8')
          .replace(/^[^:]*:/, '');
        add(password);
      }
    },
    redact(text) {
      if (secrets.size === 0) return text;
      // The longest first, and all in one pass: one secret can be a part of another, or of what stands in its place.
      const longestFirst = [...secrets].sort((a, b) => b.length - a.length);
      const pattern = longestFirst.map((secret) => secret.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'));
      return text.replace(new RegExp(pattern.join('|'), 'g'), '[secret]');
    },
  };
}
