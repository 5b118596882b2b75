import { api, body, type Schemas } from '../api/client';
import type { ListQuery } from '../ui/list';

export type Job = Schemas['Job'];

const ACTIVE = ['Pending', 'Running', 'Stopping'];
export const JOB_STATUSES = [...ACTIVE, 'Success', 'Failed', 'Rollback', 'Canceled'];
export const JOB_FILTERS = ['text', 'status', 'method', 'cluster', 'name', 'namespace', 'chart'];

export const listJobs = (query: ListQuery) => body(api.GET('/v1/job', { params: { query: query as never } }));

export function isActive(job: Pick<Job, 'status'>): boolean {
  return ACTIVE.includes(job.status);
}

export interface JobTarget {
  name: string;
  namespace: string;
}

/** The cluster that the job changes, as its request named it. */
export function targetOf(job: Job): JobTarget {
  const request = (job.meta_data ?? {}) as Partial<JobTarget>;
  return { name: request.name ?? '', namespace: request.namespace ?? '' };
}

/** How many modules are ready. */
export function progressOf(job: Job): { ready: number; all: number } {
  const modules = Object.values(job.sub_jobs);
  return { ready: modules.filter((module) => module.Status === 'Success').length, all: modules.length };
}
