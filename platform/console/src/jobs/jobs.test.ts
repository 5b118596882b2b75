import { describe, expect, it } from 'vitest';
import { isActive, progressOf, targetOf, type Job } from './jobs';

const job = { status: 'Running', meta_data: { name: 'fate', namespace: 'party' }, sub_jobs: { mysql: { Status: 'Success' }, python: { Status: 'Running' } } } as unknown as Job;

describe('a job', () => {
  it('is active until it ends', () => expect([isActive(job), isActive({ status: 'Failed' })]).toEqual([true, false]));
  it('counts the modules that are ready', () => expect(progressOf(job)).toEqual({ ready: 1, all: 2 }));
  it('names its cluster', () => expect(targetOf(job)).toEqual({ name: 'fate', namespace: 'party' }));
  it('may name none', () => expect(targetOf({ ...job, meta_data: null }).name).toBe(''));
});
