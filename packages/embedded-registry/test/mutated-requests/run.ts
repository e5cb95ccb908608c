import { tryRequests } from './try-requests.ts';

// Sends as many mutated requests as wanted: run.ts [requests] [seed]
const [requests = '100000', seed = `${Date.now() | 0}`] = process.argv.slice(2);
const report = await tryRequests({ requests: Number(requests), seed: Number(seed) });
console.log(`${report.requests} requests with the seed ${seed}`);
for (const [status, count] of Object.entries(report.statuses)) console.log(`${status}: ${count}`);
console.log(`slowest: ${report.slowest.milliseconds.toFixed(0)} ms for ${report.slowest.request}`);
if (report.failure !== undefined) console.log(report.failure);
process.exitCode = report.failure === undefined ? 0 : 1;
