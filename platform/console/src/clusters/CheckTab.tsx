import { Button } from '@patternfly/react-core/dist/dynamic/components/Button';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api, body } from '../api/client';
import { useText } from '../i18n/text';
import { CheckResults } from '../jobs/CheckResults';
import { useSession } from '../session/session';
import { Empty, Failure, Result } from '../ui/states';
import { Status } from '../ui/Status';
import { Time } from '../ui/Time';
import { changeHeaders, type Cluster } from './clusters';
import { useChange } from './useChange';

/** The results of the newest check of the connections. */
export function CheckTab({ cluster }: { cluster: Cluster }) {
  const t = useText();
  const { can } = useSession();
  const jobs = useQuery({
    queryKey: ['jobs', 'check', cluster.uuid],
    queryFn: () => body(api.GET('/v1/job', { params: { query: { cluster: cluster.uuid, method: 'ClusterCheck', sort: '-created', limit: 1 } } })),
    refetchInterval: 5_000,
  });
  const start = useChange(cluster, () => body(api.POST('/v1/cluster/{uuid}/check', { params: { path: { uuid: cluster.uuid }, header: changeHeaders(cluster) } })));
  const action = can('change', cluster.namespaces) && <Button onClick={() => start.mutate()} isLoading={start.isPending}>{t('checks.start')}</Button>;
  return (
    <div className="console-stack">
      {start.error && <Failure error={start.error} />}
      <Result query={jobs}>
        {(part) => {
          const job = part.data[0];
          if (!job) return <Empty title={t('checks.none')} actions={action}>{t('checks.noneBody')}</Empty>;
          return (
            <>
              <div className="console-bar">
                <Link to={`/jobs/${job.uuid}`}>{t('checks.newest')}</Link> <Status status={job.status} kind="job" /> <Time value={job.start_time} />
                <div className="console-actions">{action}</div>
              </div>
              <CheckResults results={job.checks ?? []} />
            </>
          );
        }}
      </Result>
    </div>
  );
}
