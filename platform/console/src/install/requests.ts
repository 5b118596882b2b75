import { api, body, type Schemas } from '../api/client';
import type { ApiError, Problem } from '../api/error';
import { ifMatch } from '../clusters/clusters';
import { encode } from './spec';

export type Chart = Schemas['Chart'];

/** What a user decides after seeing the plan. */
export interface Consent {
  force: boolean;
  acceptDataLoss: boolean;
}

export const planOf = (text: string) => body(api.POST('/v1/cluster/plan', { body: { data: encode(text) } }));

/** Reads and renders the file without Kubernetes, so that it can be asked for while the user types. */
export const imagesOf = (text: string) => body(api.POST('/v1/cluster/images', { body: { data: encode(text) } }));

export const install = (text: string, { force }: Consent, key: string) =>
  body(api.POST('/v1/cluster', { params: { query: { force }, header: { 'Idempotency-Key': key } }, body: { data: encode(text) } }));

export const update = (text: string, { force, acceptDataLoss }: Consent, etag?: string) =>
  body(api.PUT('/v1/cluster', { params: { query: { force }, header: ifMatch(etag) }, body: { data: encode(text), accept_data_loss: acceptDataLoss } }));

/** The problems of a refused file; a refusal without them is a problem of the whole file. */
export function problemsOf(error: ApiError): Problem[] {
  return error.problems.length > 0 ? error.problems : [{ path: '', line: 1, message: error.message, severity: 'error' }];
}
