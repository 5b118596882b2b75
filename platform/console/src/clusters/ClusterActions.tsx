import { Button } from '@patternfly/react-core/dist/dynamic/components/Button';
import { useState } from 'react';
import { useText } from '../i18n/text';
import { useSession } from '../session/session';
import { LinkButton } from '../ui/LinkButton';
import type { Cluster } from './clusters';
import { DeleteDialog } from './DeleteDialog';

export function ClusterActions({ cluster }: { cluster: Cluster }) {
  const t = useText();
  const { can } = useSession();
  const [deleting, setDeleting] = useState(false);
  if (!can('change', cluster.namespaces)) return null;
  return (
    <>
      <LinkButton to={`/clusters/${cluster.uuid}/update`} variant="primary">{t('install.update')}</LinkButton>
      <Button variant="danger" onClick={() => setDeleting(true)}>{t('common.delete')}</Button>
      {deleting && <DeleteDialog cluster={cluster} close={() => setDeleting(false)} />}
    </>
  );
}
