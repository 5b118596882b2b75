import type { Schemas } from '../api/client';

export interface ModuleRow {
  name: string;
  status: string;
  pods: string[];
  reasons: Schemas['NotReadyReason'][];
}

const belongsTo = (name: string, module: string) => name === module || name.startsWith(`${module}-`);

/** Joins what the service says about a cluster by module. The pods of a workload have its name as prefix, the longest decides. */
export function moduleRows(info: Schemas['ClusterInfo']): ModuleRow[] {
  const modules = info.status.modules ?? {};
  const names = Object.keys(modules).sort();
  const owner = (pod: string) => names.filter((name) => belongsTo(pod, name)).sort((a, b) => b.length - a.length)[0];
  return names.map((name) => ({
    name,
    status: modules[name] ?? '',
    pods: info.pod.filter((pod) => owner(pod) === name),
    reasons: info.reasons.filter((reason) => belongsTo(name, reason.module)),
  }));
}
