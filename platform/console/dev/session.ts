import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Plugin } from 'vite';

type Next = () => void;

async function body(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

/** Answers the session requests in place of a service that has none, for development only. */
export function session(service: string): Plugin {
  async function signIn(request: IncomingMessage, response: ServerResponse) {
    const login = await fetch(`${service}/v1/user/login`, { method: 'POST', body: await body(request), headers: { 'content-type': 'application/json' } });
    const reply = (await login.json()) as { token?: string };
    response.setHeader('content-type', 'application/json');
    if (!login.ok || !reply.token) {
      response.statusCode = login.status;
      return response.end(JSON.stringify(reply));
    }
    response.setHeader('set-cookie', `jwt=${reply.token}; HttpOnly; SameSite=Strict; Path=/`);
    const me = await fetch(`${service}/v1/user/me`, { headers: { authorization: `Bearer ${reply.token}` } });
    return response.end(await me.text());
  }

  function handle(request: IncomingMessage, response: ServerResponse, next: Next) {
    if (request.url !== '/v1/user/session') return next();
    if (request.method === 'POST') return void signIn(request, response);
    response.setHeader('set-cookie', 'jwt=; HttpOnly; SameSite=Strict; Path=/; Max-Age=0');
    response.setHeader('content-type', 'application/json');
    return response.end('{"msg":"signed out"}');
  }

  /** Sends the policy that the service sends, so that a violation shows in development too. */
  function secure(request: IncomingMessage, response: ServerResponse, next: Next) {
    // The page must be text when its placeholder is replaced, and must not come from the cache with an old nonce.
    delete request.headers['accept-encoding'];
    delete request.headers['if-none-match'];
    const nonce = randomBytes(16).toString('base64');
    response.setHeader('content-security-policy', `default-src 'self'; style-src 'self' 'nonce-${nonce}'; frame-ancestors 'none'`);
    const end = response.end.bind(response) as (chunk?: unknown, ...rest: unknown[]) => ServerResponse;
    response.end = ((chunk?: unknown, ...rest: unknown[]) => {
      const text = Buffer.isBuffer(chunk) || typeof chunk === 'string' ? chunk.toString() : '';
      if (!text.includes('__CSP_NONCE__')) return end(chunk, ...rest);
      const page = text.replace('__CSP_NONCE__', nonce);
      response.setHeader('content-length', Buffer.byteLength(page));
      return end(page, ...rest);
    }) as typeof response.end;
    return next();
  }

  return {
    name: 'session',
    configureServer: (server) => void server.middlewares.use(handle),
    configurePreviewServer: (server) => {
      server.middlewares.use(handle);
      server.middlewares.use(secure);
    },
  };
}
