export type Tone = 'success' | 'danger' | 'warning' | 'info' | undefined;

const TONES: Record<string, Tone> = {
  Running: 'success',
  Success: 'success',
  Available: 'success',
  Ready: 'success',
  Succeeded: 'success',
  Completed: 'success',
  ok: 'success',
  passed: 'success',
  loaded: 'success',
  started: 'success',
  allowed: 'success',
  Normal: 'success',
  Failed: 'danger',
  failed: 'danger',
  refused: 'danger',
  Timeout: 'danger',
  Unavailable: 'danger',
  rejected: 'danger',
  denied: 'danger',
  error: 'danger',
  Rollback: 'warning',
  Canceled: 'warning',
  Stopping: 'warning',
  warning: 'warning',
  Warning: 'warning',
  skipped: 'warning',
  disabled: 'warning',
  Pending: 'info',
  Creating: 'info',
  Updating: 'info',
  Deleting: 'info',
};

/** A job that is running is not yet a success. */
export function toneOf(status: string, kind: 'cluster' | 'job' = 'cluster'): Tone {
  return kind === 'job' && status === 'Running' ? 'info' : TONES[status];
}
