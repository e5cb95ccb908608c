import type { Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** The connections of a server, so that it can be ended and one of them be broken. */
export interface Connections {
  /** A request came; it is under way until its answer is sent or its connection is gone. */
  begin(response: ServerResponse): void;
  /** Nobody waits for the end of this request any more. */
  giveUp(response: ServerResponse): void;
  /** Breaks the connection of a request without a word. */
  reset(response: ServerResponse): void;
  /** Ends the server: no new connections, requests under way are answered, unless their upload stops; all other connections are cut. */
  close(): Promise<void>;
}

/** How long an upload that is under way may take when the server ends, in milliseconds: a client may have stopped in it. */
const graceOfUploads = 2000;

/** Watches the connections of a server that does not listen yet. */
export function watchConnections(server: Server): Connections {
  /** Below TLS, where there is any: only a plain socket can be reset. */
  const sockets = new Map<string, Socket>();
  const underWay = new Set<ServerResponse>();
  let isClosing = false;

  server.on('connection', (socket) => {
    const peer = peerOf(socket);
    sockets.set(peer, socket);
    socket.once('close', () => sockets.delete(peer));
  });

  function giveUp(response: ServerResponse): void {
    underWay.delete(response);
    if (isClosing) cutUnused();
  }

  function cutUnused(): void {
    server.closeIdleConnections();
    // Those that never sent a request, or are still shaking hands, are not idle to Node.
    if (underWay.size === 0) for (const socket of sockets.values()) socket.destroy();
  }

  function cutUploads(): void {
    for (const response of underWay) if (!response.req.complete) response.destroy();
  }

  return {
    begin(response) {
      underWay.add(response);
      response.on('close', () => giveUp(response));
    },
    giveUp,
    reset(response) {
      if (response.socket) sockets.get(peerOf(response.socket))?.resetAndDestroy();
    },
    close: () =>
      new Promise((resolve, reject) => {
        isClosing = true;
        const impatience = setTimeout(cutUploads, graceOfUploads);
        server.close((error) => {
          clearTimeout(impatience);
          if (error) reject(error);
          else resolve();
        });
        cutUnused();
      }),
  };
}

function peerOf({ remoteAddress, remotePort }: Socket): string {
  return `${remoteAddress} ${remotePort}`;
}
