// A site on this machine that sends every file as a good host would: brotli 11, made beforehand, and what has a hash in its
// name kept for good.

import { readFile } from 'node:fs/promises';
import http from 'node:http';
import path from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};
const HASHED = /-[0-9a-f]{16}\./;
/** What is larger is sent as it is: how it travels is not what is measured then. */
const COMPRESSED = 4 << 20;

const compress = (body) =>
  brotliCompressSync(body, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
  });

/**
 * Serves `pages` (name to text) and the files of `folders` (prefix to folder). Answers `{ origin, put, close }`.
 */
export async function site(folders) {
  const ready = new Map();
  const put = (name, body) => {
    const bytes = Buffer.from(body);
    const isSmall = bytes.length <= COMPRESSED;
    ready.set(name, { body: isSmall ? compress(bytes) : bytes, encoding: isSmall ? 'br' : undefined });
    return name;
  };
  const find = async (name) => {
    if (!ready.has(name)) {
      const prefix = Object.keys(folders).find((prefix) => name.startsWith(prefix));
      const body = prefix && (await readFile(path.join(folders[prefix], name.slice(prefix.length))).catch(() => undefined));
      if (!body) return undefined;
      put(name, body);
    }
    return ready.get(name);
  };
  const server = http.createServer(async (request, response) => {
    const name = new URL(request.url, 'http://here').pathname;
    const found = await find(name);
    if (!found) return response.writeHead(404).end();
    const headers = {
      'content-type': TYPES[path.extname(name)] ?? 'application/octet-stream',
      'cache-control': HASHED.test(name) ? 'public, max-age=31536000, immutable' : 'public, max-age=600',
    };
    if (found.encoding) headers['content-encoding'] = found.encoding;
    response.writeHead(200, headers).end(found.body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => new Promise((resolve) => server.close(resolve) && server.closeAllConnections());
  return { origin: `http://127.0.0.1:${server.address().port}`, put, close };
}
