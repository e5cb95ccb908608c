// A load generator that costs little: raw sockets, requests written as they were prepared, answers only measured.
import { connect, type Socket } from 'node:net';

/** One request, ready to be written. */
export type Prepared = Buffer;

/** Prepares a request. */
export function prepare(method: string, target: string, body?: string): Prepared {
  const head = [`${method} ${target} HTTP/1.1`, 'host: registry', 'accept: application/json'];
  if (body !== undefined) {
    head.push('content-type: application/json', `content-length: ${Buffer.byteLength(body)}`);
  }
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body ?? ''}`);
}

/** Connections to one server, kept open. */
export interface Load {
  /**
   * Sends requests, one at a time on each connection, until the time is over or there are no more.
   *
   * @param next the next request; undefined when there are no more
   * @param onAnswer told of each answer's body
   * @returns how many were answered, and in how many milliseconds
   */
  run(
    next: () => Prepared | undefined,
    milliseconds: number,
    onAnswer?: (body: Buffer) => void,
  ): Promise<{ count: number; milliseconds: number }>;
  close(): void;
}

/** Opens connections. */
export async function openLoad(port: number, connections: number): Promise<Load> {
  const sockets = await Promise.all(
    Array.from(
      { length: connections },
      () =>
        new Promise<Socket>((resolve, reject) => {
          const socket = connect({ port, host: '127.0.0.1', noDelay: true });
          socket.once('error', reject);
          socket.once('connect', () => resolve(socket));
        }),
    ),
  );
  return {
    async run(next, milliseconds, onAnswer) {
      const began = performance.now();
      const until = began + milliseconds;
      const counts = await Promise.all(
        sockets.map((socket) => drive(socket, next, until, onAnswer)),
      );
      const count = counts.reduce((sum, each) => sum + each, 0);
      return { count, milliseconds: performance.now() - began };
    },
    close() {
      for (const socket of sockets) socket.destroy();
    },
  };
}

function drive(
  socket: Socket,
  next: () => Prepared | undefined,
  until: number,
  onAnswer: ((body: Buffer) => void) | undefined,
): Promise<number> {
  return new Promise((resolve, reject) => {
    let count = 0;
    let received: Buffer[] = [];
    let missing = -1;

    function send(): void {
      const request = performance.now() < until ? next() : undefined;
      if (request !== undefined) {
        socket.write(request);
        return;
      }
      socket.off('data', onData).off('error', reject).off('close', onClose);
      resolve(count);
    }

    function onData(chunk: Buffer): void {
      received.push(chunk);
      if (missing < 0) {
        const whole = received.length === 1 ? chunk : Buffer.concat(received);
        received = [whole];
        const end = whole.indexOf('\r\n\r\n');
        if (end < 0) return;
        const head = whole.toString('latin1', 0, end);
        if (!head.startsWith('HTTP/1.1 200')) {
          reject(new Error(whole.toString('utf8')));
          return;
        }
        missing = end + 4 + Number(/content-length: (\d+)/i.exec(head)?.[1]) - whole.length;
      } else missing -= chunk.length;
      if (missing > 0) return;
      count += 1;
      if (onAnswer) {
        const whole = Buffer.concat(received);
        onAnswer(whole.subarray(whole.indexOf('\r\n\r\n') + 4));
      }
      received = [];
      missing = -1;
      send();
    }

    function onClose(): void {
      reject(new Error('the server closed a connection'));
    }

    socket.on('data', onData).on('error', reject).on('close', onClose);
    send();
  });
}
