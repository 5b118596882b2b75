import { PageSection } from '@patternfly/react-core/dist/dynamic/components/Page';
import { useText } from '../i18n/text';
import { PageHeader } from '../ui/PageHeader';
import { JobList } from './JobList';

export default function JobListPage() {
  const t = useText();
  return (
    <>
      <PageHeader title={t('jobs.title')} />
      <PageSection hasBodyWrapper={false}>
        <JobList />
      </PageSection>
    </>
  );
}
