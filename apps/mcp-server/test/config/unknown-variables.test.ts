import { describe, expect, it } from 'vitest';
import { refuseUnknownVariables } from '../../src/config/unknown-variables.ts';
import { variables } from '../../src/config/variables.ts';

describe('refuseUnknownVariables', () => {
  it('takes every variable of the table and everything that is not like ours', () => {
    const names = [...variables.map(({ name }) => name), 'PATH', 'KAFKA_BROKERS', 'READ', 'VIEW'];
    expect(() => refuseUnknownVariables(names)).not.toThrow();
  });

  it.each([
    ['SCHEMA_REGISTRY_ULR', 'SCHEMA_REGISTRY_URL'],
    ['SCHEMA_REGISTRY_PASSWORT', 'SCHEMA_REGISTRY_PASSWORD'],
    ['SCHEMA_REGISTRY_USERNAME', 'SCHEMA_REGISTRY_USER'],
    ['schema_registry_url', 'SCHEMA_REGISTRY_URL'],
    ['SRKIT_TIMEOUT', 'SRKIT_TIMEOUT_MS'],
    ['VIEW_ONLY', 'VIEWONLY'],
    ['READ_ONLY', 'READONLY'],
  ])('asks whether %s was to be %s', (written, meant) => {
    expect(() => refuseUnknownVariables([written])).toThrow(
      `${written} is not a variable of srkit-mcp. Did you mean ${meant}?`,
    );
  });

  it.each(['REGISTRIES', 'REGISTRIES_CONFIG', 'SRKIT_CONFIG', 'SCHEMA_REGISTRY_URL_1'])(
    'says that %s belongs to a later release',
    (name) => {
      expect(() => refuseUnknownVariables([name])).toThrow(/later release/);
    },
  );

  it('lists what there is when nothing is near', () => {
    expect(() => refuseUnknownVariables(['SRKIT_QUX_FROBNICATE_ALL'])).toThrow(
      /It knows SCHEMA_REGISTRY_URL/,
    );
  });
});
