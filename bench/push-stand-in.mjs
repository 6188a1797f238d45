// A push service for bench/alerts.ts that takes everything and answers 201 after so many milliseconds, over TLS with
// HTTP/2 and HTTP/1.1, 100 streams a connection. Prints its port; ends when its standard input does.
import { readFileSync } from 'node:fs';
import { createSecureServer } from 'node:http2';

const [, , keyFile, certFile, delay] = process.argv;
const pair = { key: readFileSync(keyFile), cert: readFileSync(certFile) };
const server = createSecureServer(
  { ...pair, allowHTTP1: true, settings: { maxConcurrentStreams: 100 } },
  (request, response) => {
    request.resume();
    request.on('end', () =>
      setTimeout(() => {
        response.writeHead(201, { location: '/m/1' });
        response.end();
      }, Number(delay)),
    );
  },
);
server.on('sessionError', () => {}); // a bench that ends breaks its connections
server.listen(0, '127.0.0.1', () => process.stdout.write(`${server.address().port}\n`));
process.stdin.on('end', () => process.exit(0)).resume();
