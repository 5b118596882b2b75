import { Alert } from '@patternfly/react-core/dist/dynamic/components/Alert';
import { Button } from '@patternfly/react-core/dist/dynamic/components/Button';
import { EmptyState, EmptyStateActions, EmptyStateBody, EmptyStateFooter } from '@patternfly/react-core/dist/dynamic/components/EmptyState';
import { Spinner } from '@patternfly/react-core/dist/dynamic/components/Spinner';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ApiError } from '../api/error';
import { useText } from '../i18n/text';

export function Loading() {
  const t = useText();
  return (
    <div className="console-loading">
      <Spinner aria-label={t('common.loading')} />
    </div>
  );
}

export function Empty({ title, children, actions }: { title: string; children?: ReactNode; actions?: ReactNode }) {
  return (
    <EmptyState titleText={title} headingLevel="h2" variant="sm">
      {children && <EmptyStateBody>{children}</EmptyStateBody>}
      {actions && (
        <EmptyStateFooter>
          <EmptyStateActions>{actions}</EmptyStateActions>
        </EmptyStateFooter>
      )}
    </EmptyState>
  );
}

function useAdvice(error: Error): string {
  const t = useText();
  if (!(error instanceof ApiError)) return t('error.defect');
  if (error.status === 0) return t('error.unreachable');
  if (error.status === 403) return t('error.forbidden');
  if (error.status === 404) return t('error.notFound');
  if (error.status === 412) return t('error.changed');
  if (error.status === 429 || error.status === 503) return t('error.busy');
  return '';
}

/** An error in place of content, with the next action. */
export function Failure({ error, retry }: { error: Error; retry?: () => void }) {
  const t = useText();
  const advice = useAdvice(error);
  return (
    <Alert
      variant="danger"
      isInline
      title={error.message}
      actionLinks={retry && <Button variant="link" isInline onClick={retry}>{t('common.retry')}</Button>}
    >
      {advice}
    </Alert>
  );
}

/** Shows the result of a query, or why there is none. */
export function Result<T>({ query, children }: { query: UseQueryResult<T>; children: (data: T) => ReactNode }) {
  if (query.data !== undefined) {
    return (
      <>
        {query.error && <Failure error={query.error} retry={() => void query.refetch()} />}
        {children(query.data)}
      </>
    );
  }
  if (query.error) return <Failure error={query.error} retry={() => void query.refetch()} />;
  return <Loading />;
}
