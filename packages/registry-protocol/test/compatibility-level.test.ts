import { expect, test } from 'vitest';
import { compatibilityLevel, compatibilityLevels, isProtocolError } from '../src/index.ts';

test('reads a level in any case', () => {
  for (const level of compatibilityLevels) {
    expect(compatibilityLevel(level.toLowerCase())).toBe(level);
    expect(compatibilityLevel(level)).toBe(level);
  }
});

test.each(['', ' FULL', 'BACKWARD-TRANSITIVE', 'toString'])(
  'refuses %j and lists the levels',
  (word) => {
    expect(() => compatibilityLevel(word)).toThrow(/FULL_TRANSITIVE/);
    try {
      compatibilityLevel(word);
    } catch (error) {
      expect(isProtocolError(error, 'invalid_compatibility_level')).toBe(true);
    }
  },
);
