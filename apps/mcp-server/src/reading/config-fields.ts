import type { Config, ConfigUpdate } from '@srkit/registry-protocol';

/** The fields of a configuration, as tools name them and as a registry reads and writes them. */
const fields = {
  compatibility: { read: 'compatibilityLevel', write: 'compatibility' },
  normalize: { read: 'normalize', write: 'normalize' },
  validate_fields: { read: 'validateFields', write: 'validateFields' },
  validate_new_schemas: { read: 'validateNewSchemas', write: 'validateNewSchemas' },
  validate_rules: { read: 'validateRules', write: 'validateRules' },
  compatibility_policy: { read: 'compatibilityPolicy', write: 'compatibilityPolicy' },
  compatibility_group: { read: 'compatibilityGroup', write: 'compatibilityGroup' },
  alias: { read: 'alias', write: 'alias' },
  alias_for_deks: { read: 'aliasForDeks', write: 'aliasForDeks' },
  default_metadata: { read: 'defaultMetadata', write: 'defaultMetadata' },
  override_metadata: { read: 'overrideMetadata', write: 'overrideMetadata' },
  default_rule_set: { read: 'defaultRuleSet', write: 'defaultRuleSet' },
  override_rule_set: { read: 'overrideRuleSet', write: 'overrideRuleSet' },
} as const satisfies Record<string, { read: keyof Config; write: keyof ConfigUpdate }>;

/** The name of a field of a configuration, as tools write it. */
export type ConfigField = keyof typeof fields;

/** Every field of a configuration, as tools write it. */
export const configFields = Object.keys(fields) as [ConfigField, ...ConfigField[]];

/** A configuration, or a change of one, as tools write it. */
export type ConfigFacts = Partial<Record<ConfigField, unknown>>;

/** Names the fields of a registry's configuration as tools do; those that it has not are left out. */
export function configFacts(config: Readonly<object>): ConfigFacts {
  return Object.fromEntries(
    configFields.flatMap((field) => {
      const { read, write } = fields[field];
      const value: unknown = Reflect.get(config, read) ?? Reflect.get(config, write);
      return value === undefined || value === null ? [] : [[field, value]];
    }),
  );
}

/** Writes a change as the registry reads it: what is in `clear` becomes null, what is absent stays as it is. */
export function configUpdate(set: ConfigFacts, clear: readonly ConfigField[]): ConfigUpdate {
  return Object.fromEntries([
    ...configFields.flatMap((field) =>
      set[field] === undefined ? [] : [[fields[field].write, set[field]]],
    ),
    ...clear.map((field) => [fields[field].write, null]),
  ]);
}
