// What everything is compared with: a bare node:http server that reads each request whole and answers the bytes that it was told.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const head = {
  'content-type': 'application/json',
  'x-request-id': '00000000-0000-4000-8000-000000000000',
};
let byTarget = new Map<string, Buffer>();
let inTurn: Buffer[] = [];
let turn = 0;

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const sent = Buffer.concat(chunks);
    const body =
      sent.length === 0 ? byTarget.get(request.url ?? '') : inTurn[turn++ % inTurn.length];
    if (body === undefined) throw new Error(`no answer for ${request.method} ${request.url}`);
    response.writeHead(200, { ...head, 'content-length': body.length });
    response.end(body);
  });
});

process.on('message', (answers: { byTarget: [string, string][]; inTurn: string[] }) => {
  byTarget = new Map(answers.byTarget.map(([target, body]) => [target, Buffer.from(body)]));
  inTurn = answers.inTurn.map((body) => Buffer.from(body));
  turn = 0;
  process.send?.('ready');
});
server.listen(0, '127.0.0.1', () =>
  process.send?.({ port: (server.address() as AddressInfo).port }),
);
