import { defaultContext, qualifiedName } from '@srkit/registry-protocol';
import { contextOfPath } from '../http/context-path.ts';
import { page } from '../http/paging.ts';
import { rejection } from '../http/rejection.ts';
import { isContextEmpty } from '../rules/delete-versions.ts';
import type { Handler } from './call.ts';

/** GET /contexts */
export const listContexts: Handler = ({ registry, query }) => {
  const prefix = query.get('contextPrefix') ?? '';
  const names = [defaultContext, ...registry.store.contexts.withPrefix('')];
  return {
    json: page(
      names.filter((name) => name.startsWith(prefix)),
      query,
    ),
  };
};

/** DELETE /contexts/{context}; an unknown one is as good as deleted. */
export const deleteContext: Handler = ({ registry, parameters }) => {
  const context = contextOfPath(parameters['context'] ?? defaultContext);
  const name = qualifiedName(context, '');
  if (!isContextEmpty(registry, name)) throw rejection(42211, name);
  registry.store.apply({ kind: 'context', context, exists: false });
  return { status: 204, text: '' };
};
