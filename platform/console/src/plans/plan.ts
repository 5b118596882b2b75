import type { Schemas } from '../api/client';

export type Plan = Schemas['ClusterPlan'];
export type ObjectChange = Schemas['ObjectChange'];

const UNCHANGED = ['unchanged', 'keep'];

/** What a plan does, without the objects that stay as they are. */
export function changedObjects(objects: ObjectChange[]): ObjectChange[] {
  return objects.filter((object) => !UNCHANGED.includes(object.action));
}

/** How many objects have each action, with the most frequent first. */
export function countActions(objects: ObjectChange[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const { action } of objects) counts.set(action, (counts.get(action) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}

/** The modules whose pods restart. */
export function restartedModules(objects: ObjectChange[]): string[] {
  return [...new Set(objects.filter((object) => object.restarts).map((object) => object.module))].sort();
}

export function failedChecks(plan: Plan) {
  return plan.preflight.filter((check) => check.status === 'failed');
}
