import { Link } from 'react-router';
import { useText } from '../i18n/text';
import { useSession } from '../session/session';
import { ListTable } from '../ui/ListTable';
import { Status } from '../ui/Status';
import type { Cluster } from './clusters';
import { moduleRows, type ModuleRow } from './modules';
import { RestartButton } from './RestartButton';

function Reasons({ row }: { row: ModuleRow }) {
  if (row.reasons.length === 0) return <>–</>;
  return (
    <ul>
      {row.reasons.map((reason) => <li key={reason.code + reason.object}>{reason.message} ({reason.object})</li>)}
    </ul>
  );
}

export function ModuleTable({ cluster, info }: { cluster: Cluster; info: NonNullable<Cluster['Info']> }) {
  const t = useText();
  const { can } = useSession();
  const logs = {
    title: t('logs.title'),
    cell: (row: ModuleRow) => <Link to={`/clusters/${cluster.uuid}/logs?container=${row.name}`}>{t('logs.of', { name: row.name })}</Link>,
  };
  const restart = {
    title: t('common.actions'),
    isActions: true,
    cell: (row: ModuleRow) => <RestartButton cluster={cluster} module={row.name} />,
  };
  return (
    <ListTable
      label={t('clusters.modules')}
      rows={moduleRows(info)}
      rowKey={(row) => row.name}
      columns={[
        { title: t('common.module'), cell: (row) => row.name },
        { title: t('common.status'), cell: (row) => <Status status={row.status} /> },
        { title: t('clusters.readyPods'), cell: (row) => row.ready },
        { title: t('clusters.reason'), cell: (row) => <Reasons row={row} /> },
        ...(can('logs', cluster.namespaces) ? [logs] : []),
        ...(can('change', cluster.namespaces) ? [restart] : []),
      ]}
    />
  );
}
