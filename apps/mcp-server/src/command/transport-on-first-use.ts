import type { MakeTransport } from '@srkit/registries';

/** A transport whose library is loaded with the first request: a server is to be there at once, and that library is large. */
export const transportOnFirstUse: MakeTransport = (settings) => {
  let opening: Promise<ReturnType<MakeTransport>> | undefined;
  const open = async (): Promise<ReturnType<MakeTransport>> => {
    const { createTransport } = await import('@srkit/registry-client/transport');
    return createTransport(settings);
  };
  return {
    fetch: async (input, init) => {
      opening ??= open();
      return (await opening).fetch(input, init);
    },
    close: async () => (await opening)?.close(),
  };
};
