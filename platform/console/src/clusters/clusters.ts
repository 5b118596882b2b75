import { api, body, data, type Schemas } from '../api/client';
import { randomKey } from '../api/key';
import type { ListQuery } from '../ui/list';

export type Cluster = Schemas['Cluster'];
export type Revision = Schemas['Revision'];
export type ClusterPlan = Schemas['ClusterPlan'];
export type ObjectChange = Schemas['ObjectChange'];

export const CLUSTER_STATUSES = ['Pending', 'Creating', 'Running', 'Unavailable', 'Updating', 'Deleting', 'Failed'];
export const CLUSTER_FILTERS = ['text', 'status', 'namespace', 'name', 'chart'];

export const listClusters = (query: ListQuery) => body(api.GET('/v1/cluster', { params: { query: query as never } }));

export const clusterKey = (uuid: string) => ['cluster', uuid];
export const findCluster = (uuid: string) => data(api.GET('/v1/cluster/{uuid}', { params: { path: { uuid } } }));

/** The header that lets a request change only the version that the user has seen. */
export function ifMatch(etag: string | undefined): { 'If-Match'?: string } {
  return etag ? { 'If-Match': `"${etag}"` } : {};
}

/** The requests that change a cluster name the version that the user has seen, and can be repeated. */
export function changeHeaders(cluster: { etag?: string }): { 'If-Match'?: string; 'Idempotency-Key': string } {
  return { ...ifMatch(cluster.etag), 'Idempotency-Key': randomKey() };
}

export function release(cluster: Pick<Cluster, 'chart_name' | 'chart_version' | 'engine'>): string {
  return `${cluster.chart_name} ${cluster.chart_version} (${cluster.engine})`;
}

/** The first reason why a cluster is not ready, and how many there are. */
export function reasonOf(cluster: Cluster): { text: string; more: number } | undefined {
  const reasons = cluster.Info?.reasons ?? [];
  const first = reasons[0];
  return first && { text: `${first.module}: ${first.message}`, more: reasons.length - 1 };
}
