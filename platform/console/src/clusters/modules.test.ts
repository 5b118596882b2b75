import { describe, expect, it } from 'vitest';
import { moduleRows, podRows } from './modules';

const pod = (name: string, ready: number) => ({ name, status: 'Running', ready, containers: 2, node: 'n', createdAt: '', restarts: 0 });

const info = {
  dashboard: [],
  observedAt: '',
  pod: [],
  reasons: [{ code: 'STARTING', module: 'nodemanager', object: 'x', message: 'pulling' }],
  status: {},
  modules: [
    { name: 'mysql', status: 'Missing', pods: [] },
    { name: 'nodemanager', status: 'Progressing', pods: [pod('nodemanager-0-abc', 1), pod('nodemanager-1-abc', 2)] },
  ],
};

describe('moduleRows', () => {
  it('counts the pods whose containers are all ready', () => expect(moduleRows(info).map((row) => row.ready)).toEqual(['0/0', '1/2']));

  it('assigns the reasons to their module', () => expect(moduleRows(info).map((row) => row.reasons.length)).toEqual([0, 1]));
});

describe('podRows', () => {
  it('names the module of each pod', () =>
    expect(podRows(info).map((row) => [row.module, row.name])).toEqual([
      ['nodemanager', 'nodemanager-0-abc'],
      ['nodemanager', 'nodemanager-1-abc'],
    ]));
});
