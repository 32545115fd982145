import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A real server on this machine that answers as it is told, and remembers what it was asked. */
export interface FeedServer {
  readonly url: string;
  readonly asked: IncomingMessage[];
  answer: (request: IncomingMessage, response: ServerResponse) => void;
  close(): Promise<void>;
}

export async function feedServer(): Promise<FeedServer> {
  const asked: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    asked.push(request);
    made.answer(request, response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const made: FeedServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1.json`,
    asked,
    answer: (_, response) => response.writeHead(404).end(),
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
  return made;
}

/** Answers with a text, an ETag, and 304 to whoever has it. */
export function serve(text: string, etag = '"1"'): FeedServer['answer'] {
  return (request, response) => {
    if (request.headers['if-none-match'] === etag) response.writeHead(304, { etag }).end();
    else response.writeHead(200, { etag, 'content-type': 'application/json' }).end(text);
  };
}
