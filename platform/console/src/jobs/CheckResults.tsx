import { ExpandableSection } from '@patternfly/react-core/dist/dynamic/components/ExpandableSection';
import type { Schemas } from '../api/client';
import { useText } from '../i18n/text';
import { ListTable } from '../ui/ListTable';
import { Status } from '../ui/Status';

type CheckResult = Schemas['CheckResult'];

function Message({ result }: { result: CheckResult }) {
  const t = useText();
  return (
    <>
      {[result.message, result.remedy].filter(Boolean).join(' ')}
      {result.output && (
        <ExpandableSection toggleText={t('checks.output')}>
          <pre className="console-pre">{result.output}</pre>
        </ExpandableSection>
      )}
    </>
  );
}

export function CheckResults({ results }: { results: CheckResult[] }) {
  const t = useText();
  return (
    <ListTable
      label={t('clusters.checks')}
      rows={results}
      rowKey={(result) => `${result.module} ${result.name}`}
      columns={[
        { title: t('plan.check'), cell: (result) => result.name },
        { title: t('common.module'), cell: (result) => result.module || '–' },
        { title: t('common.status'), cell: (result) => <Status status={result.status} /> },
        { title: t('common.message'), cell: (result) => <Message result={result} /> },
      ]}
    />
  );
}
