import { PageSection } from '@patternfly/react-core/dist/dynamic/components/Page';
import { Link } from 'react-router';
import { useText } from '../i18n/text';
import { PageHeader } from './PageHeader';
import { Empty } from './states';

export function NotFoundPage() {
  const t = useText();
  return (
    <>
      <PageHeader title={t('error.noPage')} />
      <PageSection hasBodyWrapper={false}>
        <Empty title={t('error.noPageHere')} actions={<Link to="/clusters">{t('clusters.all')}</Link>} />
      </PageSection>
    </>
  );
}
