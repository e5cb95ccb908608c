import { resolveReference } from '../reading/resolve-reference.ts';
import { configInForce, type SettingPlace } from '../reading/setting-in-force.ts';
import { versionsOf } from '../reading/versions-of.ts';
import { ToolError } from '../tool-error.ts';
import { type ChangeOptions, type ConfigChanged, changeConfig } from './change-config.ts';

/** Where an alias is; `subject` is the alias itself. */
export type AliasPlace = SettingPlace & { subject: string };

/** What a change of an alias did, or with `dry_run` would do. */
export interface AliasChanged extends ConfigChanged {
  target_exists?: boolean;
}

/**
 * Lets a name stand for a subject, or says what that would do. An alias is a field of the name's own configuration.
 *
 * @param existing the subject that it stands for; without a context one of the alias's own
 */
export async function addAlias(
  place: AliasPlace,
  existing: string,
  options: ChangeOptions,
): Promise<AliasChanged & { existing_subject: string }> {
  const { client, context, subject } = place;
  const target = resolveReference(existing, context);
  const [ofTarget, ofAlias] = await Promise.all([
    versionsOf(client.inContext(target.context), target.subject, options),
    versionsOf(client, subject, options),
  ]);
  const changed = await changeConfig(place, { set: { alias: existing }, clear: [] }, options);
  const { warnings: _, ...facts } = changed;
  const warnings = [
    ...(ofTarget.live.length === 0 ? ['There is no subject that it would stand for.'] : []),
    ...(ofAlias.live.length > 0 && facts.before['alias'] === undefined
      ? ['The name is a subject with versions of its own, which the alias hides.']
      : []),
  ];
  return {
    ...facts,
    existing_subject: existing,
    target_exists: ofTarget.live.length > 0,
    ...(warnings.length > 0 && { warnings }),
  };
}

/**
 * Takes an alias away, or says what that would do.
 *
 * @throws ToolError `not_an_alias`
 */
export async function removeAlias(
  place: AliasPlace,
  options: ChangeOptions,
): Promise<AliasChanged> {
  const { value, source } = await configInForce(place, options);
  const isAlias = source === 'subject' && value.alias !== undefined;
  const reason = `${JSON.stringify(place.subject)} is no alias in the context ${place.context}.`;
  if (!isAlias && !options.dryRun)
    throw new ToolError('not_an_alias', `${reason} Nothing was sent.`);
  const { warnings: _, ...facts } = await changeConfig(
    place,
    { set: {}, clear: ['alias'] },
    options,
  );
  return isAlias ? facts : { ...facts, would_be_refused: { code: 'not_an_alias', reason } };
}
