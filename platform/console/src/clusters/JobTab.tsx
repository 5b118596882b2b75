import { JobList } from '../jobs/JobList';
import type { Cluster } from './clusters';

export function JobTab({ cluster }: { cluster: Cluster }) {
  return <JobList cluster={cluster.uuid} />;
}
