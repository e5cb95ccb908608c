import { subjectNamings } from '../seed/name-subject.ts';

const namings = Object.entries(subjectNamings)
  .map(([how, example]) => `${how} (${example})`)
  .join(', ');

/** How the command is called. */
export const usage = `srkit-registry: a Confluent-compatible Schema Registry in one process, without Kafka.

  srkit-registry [--port N] [--host H] [--data DIR] [--seed DIR …]

Where it listens
  --port N                the port; 0 picks a free one (default 8081)
  --host H                the address to bind (default 127.0.0.1); give it credentials for any but loopback
  --tls-key FILE          answer over TLS, with this private key (PEM)
  --tls-cert FILE         and this certificate (PEM)
  --tls-client-ca FILE    every client must show a certificate that this authority signed (PEM)

What it holds
  --data DIR              keep everything in this folder, one registry at a time; without it, in memory only
  --snapshot FILE         begin with this snapshot (GET /_srkit/snapshot gives one)
  --seed DIR              register every .avsc, .json and .proto file below DIR; can be given several times
  --naming HOW            name subjects by ${namings}; default path
  --references HOW        register names used across files as references, or inline them (Avro); default register
  --context NAME          the context to seed (default .)

Which registry it follows
  --compatibility L       the level where none is configured (default BACKWARD)
  --confluent-version V   the release of Confluent Schema Registry, from 7.0 on (default 8.1.5)
  --edition E             community or enterprise (default community)
  --cluster-id ID         what GET /v1/metadata/id answers (default embedded)

Who may ask, and what goes wrong
  --credentials-file FILE lines of user:password; without it nobody is asked for any
  --admin                 offer /_srkit/: POST reset, GET snapshot, POST seed, GET PUT DELETE faults, GET requests
  --faults FILE           inject faults: a JSON list like [{"kind":"error","rate":0.1}]

  --help, --version

Its URL is printed to stdout when it is ready; everything else goes to stderr. SIGINT and SIGTERM end it.
`;
