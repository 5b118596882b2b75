import createClient, { type Middleware } from 'openapi-fetch';
import type { components, paths } from './schema';
import { ApiError, errorOf } from './error';

export type Schemas = components['schemas'];

/** Called when the service no longer accepts the session. */
let onSignedOut: () => void = () => {};

export function setOnSignedOut(listener: () => void) {
  onSignedOut = listener;
}

const errors: Middleware = {
  async onResponse({ response, schemaPath }) {
    if (response.ok) return undefined;
    if (response.status === 401 && schemaPath !== '/v1/user/me') onSignedOut();
    throw await errorOf(response);
  },
  onError({ error }) {
    return error instanceof ApiError ? error : new ApiError(0, 'UNREACHABLE', String(error), []);
  },
};

/** The service itself: the console has its origin, and the browser adds the cookie of the session. */
export const api = createClient<paths>({ baseUrl: globalThis.location?.origin });
api.use(errors);

/** Returns the body of a response that is not an error; the middleware throws the others. */
export async function body<T>(call: Promise<{ data?: T; error?: unknown }>): Promise<T> {
  const { data } = await call;
  if (data === undefined) throw new ApiError(0, 'EMPTY', 'The service sent an empty response.', []);
  return data;
}

/** Returns the field data of the response. */
export async function data<T>(call: Promise<{ data?: { data: T }; error?: unknown }>): Promise<T> {
  return (await body(call)).data;
}

/** Sends a request of a route whose body the description does not type, for example an upload. */
export async function send(method: string, path: string, payload?: BodyInit, headers: HeadersInit = {}): Promise<unknown> {
  const response = await fetch(path, { method, body: payload, headers });
  if (!response.ok) throw await errorOf(response);
  return response.json();
}
