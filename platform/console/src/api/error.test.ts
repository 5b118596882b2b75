import { describe, expect, it } from 'vitest';
import { parseError } from './error';

describe('parseError', () => {
  it('reads text and code', () => {
    const error = parseError(409, '{"error":"a job is active","code":"JOB_ACTIVE"}');
    expect([error.status, error.code, error.message]).toEqual([409, 'JOB_ACTIVE', 'a job is active']);
  });

  it('reads the message of a refused login', () => expect(parseError(401, '{"code":401,"message":"wrong password"}').message).toBe('wrong password'));

  it('reads the problems of a cluster.yaml', () => {
    const problems = [{ path: 'name', line: 3, message: 'missing', severity: 'error' }];
    expect(parseError(400, JSON.stringify({ error: 'invalid', problems: JSON.stringify(problems) })).problems).toEqual(problems);
  });

  it('keeps a text that is not JSON', () => expect(parseError(502, 'Bad Gateway').message).toBe('Bad Gateway'));
});
