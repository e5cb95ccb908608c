import { expect, it } from 'vitest';
import { helpText } from '../../src/command/help-text.ts';
import { variables } from '../../src/config/variables.ts';

it('names every flag and every variable', () => {
  for (const word of ['--demo', '--version', '--help', ...variables.map(({ name }) => name)]) {
    expect(helpText).toContain(word);
  }
});
