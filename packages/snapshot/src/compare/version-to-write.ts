import { parseQualifiedName } from '@srkit/registry-protocol';
import type { PlacedVersion } from '../indexes.ts';
import type { VersionToWrite } from './change.ts';
import { mapReferences } from './compared-content.ts';
import type { NameMap } from './name-map.ts';

/**
 * A version of the source as it has to stand in the target.
 *
 * @param name its subject's in the target
 */
export function versionToWrite(place: PlacedVersion, name: string, names: NameMap): VersionToWrite {
  const { subject, version } = place;
  const { context } = parseQualifiedName(name);
  return {
    subject: name,
    version: version.version,
    id: version.id,
    schemaType: version.schemaType,
    guid: version.guid,
    references: mapReferences(place, context, names) ?? version.references,
    from: { subject: subject.name, version: version.version },
  };
}
