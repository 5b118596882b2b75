import { describe, expect, it } from 'vitest';
import { changedObjects, countActions, restartedModules, type ObjectChange } from './plan';

const change = (action: string, module: string, restarts = false): ObjectChange => ({ action, module, restarts, kind: 'Deployment', name: module, fields: [], note: '' });

describe('a plan', () => {
  const objects = [change('unchanged', 'mysql'), change('update', 'python', true), change('update', 'client'), change('create', 'osx')];

  it('leaves out what stays', () => expect(changedObjects(objects).map((object) => object.module)).toEqual(['python', 'client', 'osx']));
  it('counts actions, most frequent first', () => expect(countActions(changedObjects(objects))).toEqual([['update', 2], ['create', 1]]));
  it('names the modules that restart', () => expect(restartedModules(objects)).toEqual(['python']));
});
