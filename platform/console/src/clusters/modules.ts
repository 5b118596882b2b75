import type { Schemas } from '../api/client';

type Module = Schemas['ClusterModule'];
export type Pod = Schemas['ClusterPod'];
export type ModulePod = Pod & { module: string };

export interface ModuleRow {
  name: string;
  status: string;
  /** How many pods have all their containers ready, for example `1/2`. */
  ready: string;
  reasons: Schemas['NotReadyReason'][];
}

const isReady = (pod: Pod) => pod.ready === pod.containers;

function row(module: Module, reasons: ModuleRow['reasons']): ModuleRow {
  return {
    name: module.name,
    status: module.status,
    ready: `${module.pods.filter(isReady).length}/${module.pods.length}`,
    reasons: reasons.filter((reason) => reason.module === module.name),
  };
}

export function moduleRows(info: Schemas['ClusterInfo']): ModuleRow[] {
  return info.modules.map((module) => row(module, info.reasons));
}

export function podRows(info: Schemas['ClusterInfo']): ModulePod[] {
  return info.modules.flatMap((module) => module.pods.map((pod) => ({ ...pod, module: module.name })));
}
