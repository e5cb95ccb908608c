import * as z from 'zod';
import { findReferrers } from '../../reading/find-referrers.ts';
import { readVersion } from '../../reading/read-version.ts';
import { referrers } from '../answers.ts';
import { deleted, subject, version } from '../arguments.ts';
import { defineTool } from '../define-tool.ts';

export const getReferencedBy = defineTool({
  name: 'get_referenced_by',
  title: 'Find what refers to a schema',
  summary: 'Find the subjects and versions, of every context, that refer to one version.',
  input: z.object({ subject, version, deleted }),
  output: z.object({
    version: z.int().describe('Version that is referred to.'),
    referenced_by: referrers,
    unresolved_ids: z.array(z.int()).optional().describe('Ids that were found in no context.'),
  }),
  effect: 'read',
  place: 'subject',
  pages: 'referenced_by',
  async run({ subject, version, deleted }, { client, context }, { signal }) {
    const target = await client.versions.get(subject, readVersion(version), { deleted, signal });
    const { referrers, unresolvedIds } = await findReferrers(
      { client, context, subject, version: target.version },
      { deleted, signal },
    );
    return {
      version: target.version,
      referenced_by: referrers,
      ...(unresolvedIds.length > 0 && { unresolved_ids: unresolvedIds }),
    };
  },
});
