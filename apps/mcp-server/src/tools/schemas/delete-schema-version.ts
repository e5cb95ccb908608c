import * as z from 'zod';
import { applyDeletion } from '../../preview/apply-deletion.ts';
import { planDeletion } from '../../preview/plan-deletion.ts';
import { readVersion } from '../../reading/read-version.ts';
import { deletion } from '../answers.ts';
import { dryRun, oneVersion, permanent, subject } from '../arguments.ts';
import { defineTool } from '../define-tool.ts';

export const deleteSchemaVersion = defineTool({
  name: 'delete_schema_version',
  title: 'Delete a version',
  summary: 'Delete one version of a subject: softly, so that its id still answers, or for good.',
  input: z.object({ subject, version: oneVersion, permanent, dry_run: dryRun }),
  output: z.object(deletion),
  effect: 'destroy',
  place: 'subject',
  async run({ subject, version, permanent, dry_run }, { client, context }, { signal }) {
    const asked = { client, context, subject, version: readVersion(version), permanent };
    const plan = await planDeletion(asked, { signal });
    if (dry_run) return { dry_run, ...plan };
    return { dry_run, ...plan, versions: await applyDeletion(asked, plan, { signal }) };
  },
});
