import { describe, expect, it } from 'vitest';
import { moduleRows } from './modules';

const info = {
  dashboard: [],
  observedAt: '',
  pod: ['nodemanager-0-abc', 'nodemanager-1-abc', 'mysql-0'],
  reasons: [{ code: 'STARTING', module: 'nodemanager', object: 'x', message: 'pulling' }],
  status: { modules: { 'nodemanager-0': 'Pending', 'nodemanager-1': 'Running', mysql: 'Running' } },
};

describe('moduleRows', () => {
  it('assigns a pod to the module with the longest matching name', () =>
    expect(moduleRows(info).map((row) => [row.name, row.pods])).toEqual([
      ['mysql', ['mysql-0']],
      ['nodemanager-0', ['nodemanager-0-abc']],
      ['nodemanager-1', ['nodemanager-1-abc']],
    ]));

  it('assigns a reason to all workloads of its module', () => expect(moduleRows(info).map((row) => row.reasons.length)).toEqual([0, 1, 1]));
});
