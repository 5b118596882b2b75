import { Link } from 'react-router';
import type { Schemas } from '../api/client';
import { useText } from '../i18n/text';

export function Usage({ plugin }: { plugin: Schemas['Plugin'] }) {
  const t = useText();
  const clusters = plugin.clusters ?? [];
  if (clusters.length === 0) return <>{t('plugins.unused')}</>;
  return (
    <ul>
      {clusters.map((cluster) => (
        <li key={cluster.uuid}>
          <Link to={`/clusters/${cluster.uuid}`}>{cluster.namespace}/{cluster.name}</Link>
        </li>
      ))}
    </ul>
  );
}
